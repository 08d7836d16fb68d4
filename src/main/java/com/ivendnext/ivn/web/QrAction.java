package com.ivendnext.ivn.web;

import java.util.function.Supplier;

/** {@code /qrcode}: the page behind an enrollment link. */
final class QrAction implements Route.Action {
  @Override
  public Answer answer(Call call, Supplier<ServedSite> site) {
    QrForm form = site.get().qrForm();
    return Answer.page(
        call.method().equals("POST")
            ? form.submit(call.field("k"), call.field("code"))
            : form.show(call.query().get("k")));
  }
}
