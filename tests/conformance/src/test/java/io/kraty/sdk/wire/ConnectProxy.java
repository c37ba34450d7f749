package io.kraty.sdk.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Credentials;

/** An HTTP proxy that leads tunnels to servers of this machine, with a record of all it gets to see of them. */
public final class ConnectProxy implements AutoCloseable {
    private final Listening listening = Listening.at("127.0.0.1", "connect-proxy");
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final String password;

    private ConnectProxy(String password) throws IOException {
        this.password = password;
        listening.take(this::lead);
    }

    /** For everybody. */
    public static ConnectProxy open() throws IOException {
        return new ConnectProxy(null);
    }

    /** For the user {@code game} alone. */
    public static ConnectProxy withPassword(String password) throws IOException {
        return new ConnectProxy(password);
    }

    public Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.port()));
    }

    /** The head of each request that came, in the order in which they came. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void lead(Socket near) throws IOException {
        String head = head(near.getInputStream());
        heads.add(head);
        OutputStream out = near.getOutputStream();
        if (!head.startsWith("CONNECT ")) {
            say(out, "501 Tunnels Only", "");
        } else if (password != null && !head.contains(Credentials.basic("game", password))) {
            say(out, "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"proxy\"\r\n");
        } else {
            String address = head.substring("CONNECT ".length(), head.indexOf(" HTTP/"));
            say(out, "200 Connected", null);
            SilentProxy.join(near, Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
            return;
        }
        near.close();
    }

    private static void say(OutputStream out, String status, String headers) throws IOException {
        String length = headers == null ? "" : headers + "Content-Length: 0\r\nConnection: close\r\n";
        out.write(("HTTP/1.1 " + status + "\r\n" + length + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            String all = head.toString(StandardCharsets.UTF_8);
            if (all.endsWith("\r\n\r\n")) {
                return all;
            }
        }
        throw new IOException("the connection ended in a head");
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
