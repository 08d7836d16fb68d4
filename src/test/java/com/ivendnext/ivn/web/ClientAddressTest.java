package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
  private final ClientAddress behindProxies = new ClientAddress("127.0.0.1, 10.0.0.0/8");

  @Test
  void nothing_is_believed_where_no_proxy_is_trusted() {
    assertEquals("192.0.2.1", new ClientAddress(null).of("192.0.2.1", "198.51.100.7"));
    assertEquals("127.0.0.1", new ClientAddress(null).of("127.0.0.1", "198.51.100.7"));
  }

  @Test
  void a_client_that_is_no_proxy_cannot_say_who_it_is() {
    assertEquals("192.0.2.1", behindProxies.of("192.0.2.1", "198.51.100.7"));
  }

  @Test
  void a_trusted_proxy_says_who_its_client_is() {
    assertEquals("198.51.100.7", behindProxies.of("127.0.0.1", "198.51.100.7"));
    assertEquals("2001:db8::7", behindProxies.of("10.1.2.3", " 2001:db8::7 "));
  }

  @Test
  void what_the_client_itself_put_there_is_not_believed() {
    assertEquals("192.0.2.66", behindProxies.of("127.0.0.1", "198.51.100.7, 192.0.2.66"));
    assertEquals("192.0.2.66", behindProxies.of("127.0.0.1", "127.0.0.1,192.0.2.66, 10.9.9.9"));
  }

  @Test
  void what_is_no_address_ends_the_search() {
    assertEquals("10.1.1.1", behindProxies.of("127.0.0.1", "198.51.100.7, unknown, 10.1.1.1"));
    assertEquals("127.0.0.1", behindProxies.of("127.0.0.1", ""));
    assertEquals("127.0.0.1", behindProxies.of("127.0.0.1", "\r\nevil"));
    assertEquals("127.0.0.1", behindProxies.of("127.0.0.1", null));
  }
}
