package com.ivendnext.ivn.otp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a whole test class once under each default locale that breaks careless code. */
@ClassTemplate
@ExtendWith(UnderEveryLocale.Provider.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface UnderEveryLocale {

  /** English first; then other digits in plain formatting, and Turkish, where i is not i. */
  List<String> TAGS = List.of("en-US", "ar-EG", "fa-IR", "bn-BD", "tr-TR", "hi-IN-u-nu-Deva");

  /** One invocation of the class for each locale. */
  final class Provider implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<InLocale> provideClassTemplateInvocationContexts(ExtensionContext context) {
      return TAGS.stream().map(InLocale::new);
    }
  }

  /** Sets the default locale for one invocation and restores the one before. */
  final class InLocale
      implements ClassTemplateInvocationContext,
          BeforeClassTemplateInvocationCallback,
          AfterClassTemplateInvocationCallback {

    private final String tag;
    private Locale before;

    InLocale(String tag) {
      this.tag = tag;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
      return tag;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
      before = Locale.getDefault();
      Locale.setDefault(Locale.forLanguageTag(tag));
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
      Locale.setDefault(before);
    }
  }
}
