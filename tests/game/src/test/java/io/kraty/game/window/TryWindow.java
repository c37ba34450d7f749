package io.kraty.game.window;

import java.nio.file.Files;
import java.util.Locale;

final class TryWindow {
    public static void main(String[] args) throws Exception {
        for (int[] size : new int[][] {{1024, 640}, {1920, 1200}}) {
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("pt-PT")}) {
                Script script = new Script(Windows.PICTURES, "-" + locale.getLanguage() + "-" + size[0]);
                script.until("events", () -> script.game().events().isLoaded()).look("events");
                for (String place : new String[] {"BOARDS", "BAG", "FRIENDS", "SHOP", "PROFILE"}) {
                    script.click("rail." + place).rest(60).look(place.toLowerCase(Locale.ROOT));
                }
                try (var sandbox = Windows.sandbox()) {
                    Windows.play(sandbox, Files.createTempDirectory("try"), locale, size[0], size[1], script);
                }
                script.faults().forEach(System.out::println);
            }
        }
    }
}
