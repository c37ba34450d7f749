import { Configuration, EventsApi } from '../../target/stock-clients/typescript-fetch';

const events = new EventsApi(
  new Configuration({
    accessToken: 'YOUR_CLIENT_SDK_KEY',
    apiKey: 'the player secret, from registerPlayer',
    headers: { 'X-Kraty-SDK': 'my-client/1.0' },
  }),
);

const { data: listed } = await events.listEvents({ externalPlayerId: 'player_42' });
const started = await events.startAttempt({
  externalPlayerId: 'player_42',
  eventKey: listed[0].eventKey,
  startAttemptRequest: { idempotencyKey: crypto.randomUUID(), playerContext: { country: 'PT' } },
});
console.log(started.data.attempt.id);
