package io.kraty.sdk.internal.transport;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of the game or of the device, for https alone: such a request goes through a proxy as a tunnel, of which the
 * proxy sees the name of the server and nothing else. A request over plain http would be handed to it, secret and all, so that
 * goes to the server directly: which is this machine, or one that the game allowed cleartext to.
 */
final class TunnelsOnly extends ProxySelector {
    private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);

    private final @Nullable Proxy fixed;
    private final @Nullable ProxySelector selector;

    private TunnelsOnly(@Nullable Proxy fixed, @Nullable ProxySelector selector) {
        this.fixed = fixed;
        this.selector = selector;
    }

    /** Those of {@code client}; those of the device if it is null. */
    static TunnelsOnly of(@Nullable OkHttpClient client) {
        return client == null
                ? new TunnelsOnly(null, ProxySelector.getDefault())
                : new TunnelsOnly(client.proxy(), client.proxySelector());
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return NONE;
        }
        if (fixed != null) {
            return List.of(fixed);
        }
        return selector == null ? NONE : selector.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        if (selector != null) {
            selector.connectFailed(uri, address, failure);
        }
    }
}
