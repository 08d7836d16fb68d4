package com.ivendnext.ivn.cli;

/** Sets fields of commands by name without reflection, which would cost half a JVM's start. */
public interface FieldSetter {
  /** False where it does not know the field {@code path}, such as {@code OtpVerify.code}. */
  boolean set(Object owner, String path, Object value);
}
