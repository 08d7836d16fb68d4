package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Letter;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway gets. */
class HttpSmsChannelTest {
  private static final String FORM =
      "message=Your+code+is+492039+%26+%C3%BCnique&to=%2B4915112345789";

  private TestGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = new TestGateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private TestGateway posting(String contentType) {
    return gateway.with("use_post", true).with("sms_headers", Map.of("content-type", contentType));
  }

  @Test
  void gets_with_a_query() {
    TestGateway.Call call = gateway.onlyCall();
    assertEquals("GET", call.method());
    assertEquals("/send?" + FORM, call.query());
    assertEquals("", call.body());
  }

  @Test
  void appends_to_a_query_that_the_url_has() {
    gateway.with("sms_gateway_url", gateway.url() + "/send?key=a%2Fb#top");
    assertEquals("/send?key=a%2Fb&" + FORM, gateway.onlyCall().query());
  }

  @Test
  void posts_a_form() {
    TestGateway.Call call = gateway.with("use_post", true).onlyCall();
    assertEquals("POST", call.method());
    assertEquals("/send", call.query());
    assertEquals(FORM, call.body());
    assertEquals("application/x-www-form-urlencoded", call.headers().getFirst("Content-Type"));
  }

  @Test
  void posts_json_where_a_header_says_so() {
    TestGateway.Call call = posting("Application/JSON; charset=utf-8").onlyCall();
    assertEquals("POST", call.method());
    assertEquals("/send", call.query());
    assertEquals(
        "{\"message\":\"Your code is 492039 & ünique\",\"to\":\"+4915112345789\"}", call.body());
    assertEquals("Application/JSON; charset=utf-8", call.headers().getFirst("Content-Type"));
  }

  @Test
  void any_other_content_type_is_a_form() {
    assertEquals(FORM, posting("application/json-seq").onlyCall().body());
  }

  @Test
  void gets_even_with_a_json_header_where_posting_is_not_asked_for() {
    TestGateway.Call call = posting("application/json").with("use_post", false).onlyCall();
    assertEquals("GET", call.method());
    assertEquals("/send?" + FORM, call.query());
  }

  @Test
  void names_the_parameters_as_the_gateway_does() {
    gateway.with("message_parameter", "te xt").with("receiver_parameter", "num[]");
    assertEquals(
        "/send?te+xt=Your+code+is+492039+%26+%C3%BCnique&num%5B%5D=%2B4915112345789",
        gateway.onlyCall().query());
  }

  @Test
  void adds_the_fixed_parameters() {
    gateway.with("sms_parameters", Map.of("api key", "s&cret"));
    assertEquals("/send?api+key=s%26cret&" + FORM, gateway.onlyCall().query());
  }

  @Test
  void no_fixed_parameter_replaces_text_or_number() {
    gateway.with("sms_parameters", Map.of("to", "+4900000000"));
    assertEquals(
        "/send?to=%2B4915112345789&message=Your+code+is+492039+%26+%C3%BCnique",
        gateway.onlyCall().query());
  }

  @Test
  void headers_go_into_headers_only() {
    gateway.with("sms_headers", Map.of("Authorization", "Bearer t0ken", "X-Flavour", "plain"));
    TestGateway.Call call = gateway.onlyCall();
    assertEquals("Bearer t0ken", call.headers().getFirst("Authorization"));
    assertEquals("plain", call.headers().getFirst("X-Flavour"));
    assertEquals("/send?" + FORM, call.query());
  }

  @Test
  void headers_stay_out_of_forms_and_json_too() {
    gateway.with("use_post", true).with("sms_headers", Map.of("X-Key", "t0ken"));
    assertEquals(FORM, gateway.onlyCall().body());
  }

  @Test
  void offers_no_http_2_in_the_clear() {
    assertNull(gateway.onlyCall().headers().getFirst("Upgrade"));
  }

  @Test
  void accepts_any_success() {
    assertEquals("GET", gateway.answering(202, "").onlyCall().method());
  }

  @Test
  void calls_nobody_for_a_number_without_country_code() {
    Letter letter = new Letter("0151 12345789", "", "text");
    Failure failure = assertThrows(Failure.class, () -> gateway.channel().deliver(letter));
    assertEquals("the phone number has no country code", failure.getMessage());
    assertEquals(0, gateway.calls().size());
  }

  @Test
  void misses_a_gateway() {
    HttpSmsChannel channel = new HttpSmsChannel(new Values(Map.of(), key -> ""));
    assertEquals("sms_gateway_url is not set", channel.missing());
    Failure failure = assertThrows(Failure.class, () -> channel.deliver(TestGateway.LETTER));
    assertEquals("no SMS can be sent: sms_gateway_url is not set", failure.getMessage());
  }

  @Test
  void misses_nothing_where_all_is_set() {
    assertNull(gateway.channel().missing());
  }
}
