package io.kraty.sdk.concurrent;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import okhttp3.OkHttpClient;

/** The first instance of a process, which says where its HTTP client is made. */
public final class WarmUpChild {
    private WarmUpChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        BlockingQueue<String> makers = new LinkedBlockingQueue<>();
        OkHttpClient noting = new OkHttpClient() {
            @Override
            public Builder newBuilder() {
                makers.add(Thread.currentThread().getName());
                return super.newBuilder();
            }
        };
        Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .apiKey("client.key")
                .httpClient(noting)
                .build());
        System.out.println(makers.take());
        kraty.close();
    }
}
