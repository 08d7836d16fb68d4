package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.twofactor.UserType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a user type by its label, in any case. */
public final class UserTypeReader implements ITypeConverter<UserType> {
  @Override
  public UserType convert(String typed) {
    for (UserType type : UserType.values()) {
      if (type.label().equalsIgnoreCase(typed.strip())) {
        return type;
      }
    }
    throw new TypeConversionException("a user type is \"System User\" or \"Website User\"");
  }
}
