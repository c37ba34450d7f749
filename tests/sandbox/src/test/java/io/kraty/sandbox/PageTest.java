package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest extends SandboxTest {
    @ParameterizedTest
    @CsvSource({"/,text/html", "/sandbox/page.css,text/css", "/sandbox/page.js,text/javascript"})
    void page_comesInThreeFiles_thatTakeNothingFromElsewhere(String path, String type) {
        Reply reply = new ControlClient(sandbox.baseUrl()).get(path).expect(200);
        assertEquals(
                type + "; charset=utf-8",
                reply.headers().firstValue("Content-Type").orElseThrow());
        String policy = reply.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(reply.body().matches("(?s).*(https?:)?//[a-z].*"), "leads elsewhere");
    }

    @Test
    void script_putsTextIntoThePageAsText() {
        String script =
                new ControlClient(sandbox.baseUrl()).get("/sandbox/page.js").body();
        Matcher html = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|DOMParser")
                .matcher(script);
        assertFalse(html.find());
    }

    @Test
    void page_isOnlyRead() {
        ControlClient client = new ControlClient(sandbox.baseUrl());
        client.post("/").expect(405);
        assertEquals("", client.send("HEAD", "/", "").expect(200).body());
        client.get("/page.html").expectError(404, "not_found");
    }

    @Test
    void page_isNotInTheLog_andHasNoTrouble() {
        sandbox.addTrouble(Trouble.on("*").effect(Trouble.Effect.resetBefore()).build());
        new ControlClient(sandbox.baseUrl()).get("/").expect(200);
        assertEquals(0, sandbox.requests().size());
    }
}
