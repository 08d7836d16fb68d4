package com.ivendnext.ivn.web;

import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.Store;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the server needs from outside.
 *
 * @param caller asked for who acts by the stores that {@code stores} opens
 * @param stores opens the store of a site, for many threads at once
 * @param channels makes the channel of Email and SMS
 * @param log gets a line for each request
 */
public record Surroundings(
    Clock clock,
    Supplier<SecureRandom> random,
    Caller caller,
    Function<Site, Store> stores,
    BiFunction<Method, Values, DeliveryChannel> channels,
    PrintWriter log) {}
