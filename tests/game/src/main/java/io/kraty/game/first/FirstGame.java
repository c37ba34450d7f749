package io.kraty.game.first;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.ScreenUtils;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.HoldingsWatch;

/** A window that says how many events there are, and how much gold the player has; both while it goes on drawing. */
@SuppressWarnings("NullAway.Init") // create() comes first
public final class FirstGame extends ApplicationAdapter {
    private Kraty kraty;
    private HoldingsWatch bag;
    private SpriteBatch batch;
    private BitmapFont font;
    private String news = "Looking for events";

    @Override
    public void create() {
        batch = new SpriteBatch();
        font = new BitmapFont();
        kraty = Kraty.create(KratyClientOptions.builder()
                .apiKey("your client_sdk key")
                .callbackExecutor(work -> Gdx.app.postRunnable(work)) // answers come between two frames
                .build());
        bag = kraty.inventory().watch(holdings -> {}); // current from now on; or do something when it changes
        kraty.async(() -> kraty.events().listForPlayer())
                .whenComplete((events, failure) -> news = failure == null ? events.size() + " events" : "No answer");
    }

    @Override
    public void render() {
        long gold =
                bag.balances().containsKey("gold") ? bag.balances().get("gold").balance() : 0;
        ScreenUtils.clear(0, 0, 0, 1);
        batch.begin();
        font.draw(batch, news + ", " + gold + " gold", 20, 40);
        batch.end();
    }

    @Override
    public void pause() {
        kraty.pause();
    }

    @Override
    public void resume() {
        kraty.resume();
    }

    @Override
    public void dispose() {
        kraty.close();
        batch.dispose();
        font.dispose();
    }
}
