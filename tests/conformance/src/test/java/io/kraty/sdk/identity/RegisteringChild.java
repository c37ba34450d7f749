package io.kraty.sdk.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another process that launches once for every file it is told. */
public final class RegisteringChild {
    private RegisteringChild() {}

    public static void main(String[] platform) throws IOException {
        BufferedReader files = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = files.readLine(); !file.isEmpty(); file = files.readLine()) {
            System.out.println(new FirstPlayer().apply(platform, Path.of(file)));
        }
    }
}
