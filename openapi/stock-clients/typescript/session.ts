// A session over every operation with the generated client, in which every answer of the sandbox is held to what the generated
// types promise. `.ci/stock-clients` compiles it with the types and plays it:
//
//   node session.js <the sandbox's standalone jar> <the description> [options of the sandbox]
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  CatalogApi,
  Configuration,
  ErrorEnvelopeFromJSON,
  EventLeaderboardsApi,
  EventsApi,
  FriendsApi,
  GiftResourceType,
  GiftStatus,
  GrantKind,
  GrantsApi,
  InventoryApi,
  LeaderboardsApi,
  LobbiesApi,
  PlayersApi,
  ProgressMode,
  PurchaseProductType,
  PurchaseStore,
  PurchasesApi,
  ResponseError,
  StandingsScope,
  SystemApi,
  WalletApi,
} from '../../target/stock-clients/typescript-fetch';
import { Answers } from './answers';
import { Sandbox } from './sandbox';

const [jar, description, ...options] = process.argv.slice(2);
const answers = new Answers(parse(readFileSync(description!, 'utf8')));

/** What a game does next must not depend on what it never checked. */
function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) {
    throw new Error(`there is no ${what}`);
  }
  return value;
}

/** The clients of one player. */
class Player {
  readonly catalog: CatalogApi;
  readonly eventBoards: EventLeaderboardsApi;
  readonly events: EventsApi;
  readonly friends: FriendsApi;
  readonly grants: GrantsApi;
  readonly inventory: InventoryApi;
  readonly boards: LeaderboardsApi;
  readonly lobbies: LobbiesApi;
  readonly players: PlayersApi;
  readonly purchases: PurchasesApi;
  readonly system: SystemApi;
  readonly wallet: WalletApi;
  /** What every call says. */
  readonly me: { externalPlayerId: string };

  private constructor(readonly id: string, configuration: Configuration) {
    this.me = { externalPlayerId: id };
    this.catalog = new CatalogApi(configuration);
    this.eventBoards = new EventLeaderboardsApi(configuration);
    this.events = new EventsApi(configuration);
    this.friends = new FriendsApi(configuration);
    this.grants = new GrantsApi(configuration);
    this.inventory = new InventoryApi(configuration);
    this.boards = new LeaderboardsApi(configuration);
    this.lobbies = new LobbiesApi(configuration);
    this.players = new PlayersApi(configuration);
    this.purchases = new PurchasesApi(configuration);
    this.system = new SystemApi(configuration);
    this.wallet = new WalletApi(configuration);
  }

  static async register(sandbox: Sandbox, id: string): Promise<Player> {
    let secret = '';
    const configuration = new Configuration({
      basePath: sandbox.baseUrl,
      accessToken: sandbox.apiKey,
      apiKey: () => secret,
      headers: { 'X-Kraty-SDK': 'session/1.0' },
      fetchApi: answers.fetch,
    });
    const player = new Player(id, configuration);
    const { data } = await player.players.registerPlayer({ externalPlayerId: id, registerPlayerRequest: key() });
    secret = data.secret;
    return player;
  }
}

function key(): { idempotencyKey: string } {
  return { idempotencyKey: crypto.randomUUID() };
}

/** A call that has to be refused with this status. */
async function refused(status: number, call: Promise<unknown>): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ResponseError) || error.response.status !== status) {
    throw new Error(`not refused with ${status}: ${String(error)}`);
  }
}

/** Follows a stream until the server ends it. The client hands out its answer unread. */
async function follow(operation: string, { raw }: { raw: Response }): Promise<void> {
  let text = '';
  for await (const chunk of raw.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk, { stream: true });
  }
  for (const frame of text.split('\n\n')) {
    const event = /^event: (.*)$/m.exec(frame)?.[1];
    const data = /^data: (.*)$/m.exec(frame)?.[1];
    if (event && data) {
      answers.event(operation, event, JSON.parse(data));
    }
  }
}

async function profiles(ana: Player): Promise<void> {
  await ana.system.ping();
  await ana.system.getServerTime();
  await ana.system.getServerTime({ timezone: 'Europe/Lisbon' });
  const { data: catalog } = await ana.catalog.getCatalog();
  // Null, not undefined: what a game asks for has to hold on the platform as well.
  if (!catalog.items.some((item) => item.description === null) || !catalog.items.some((item) => item.description !== null)) {
    answers.mismatches.push('the catalog has no item with, or none without a description');
  }
  await ana.players.getPlayerIdentity(ana.me);
  await ana.players.setPlayerIdentity({ ...ana.me, setIdentityRequest: { name: 'Ana', avatar: 'fox', ...key() } });
  await ana.players.setPlayerIdentity({ ...ana.me, setIdentityRequest: { name: 'Ana', avatar: null, ...key() } });
  await ana.players.setPlayerMetadata({ ...ana.me, requestBody: { hat: null, level: 7 } });
  await ana.players.mergePlayerMetadata({ ...ana.me, requestBody: { hat: { colour: 'red' } } });
  await refused(409, ana.players.registerPlayer({ ...ana.me, registerPlayerRequest: key() }));
  await refused(400, ana.system.getServerTime({ timezone: 'Nowhere' }));
}

async function people(ana: Player, rui: Player, eva: Player): Promise<void> {
  const progression = ['xp', 'level'];
  await ana.friends.listFriends(ana.me);
  await ana.friends.listFriendRequests(ana.me);
  await ana.friends.listBlocks(ana.me);
  const { data: code } = await rui.friends.getFriendCode({ ...rui.me, progression });
  await ana.friends.getFriendCode(ana.me);
  await ana.friends.heartbeat({ ...ana.me, presenceInput: { status: null, ...key() } });
  await rui.friends.heartbeat({ ...rui.me, presenceInput: { status: 'In the arena', ...key() } });
  await ana.friends.suggestFriends({ ...ana.me, limit: 3 });
  await ana.friends.suggestFriends({ ...ana.me, limit: 25, progression });
  await eva.friends.searchFriends({ ...eva.me, q: 'an', progression });
  await ana.friends.searchFriends({ ...ana.me, q: 'nobody is called that' });

  const { data: first } = await ana.friends.sendFriendRequest({ ...ana.me, friendTarget: { friendCode: code.friendCode, ...key() } });
  await rui.friends.listFriendRequests({ ...rui.me, progression });
  await ana.friends.listFriendRequests(ana.me);
  await rui.friends.acceptFriendRequest({ ...rui.me, requestId: must(first.request, 'request').requestId, acceptFriendRequestInput: key() });
  const toRui = { externalPlayerId: rui.id };
  const { data: second } = await eva.friends.sendFriendRequest({ ...eva.me, friendTarget: { ...toRui, ...key() } });
  await rui.friends.declineFriendRequest({ ...rui.me, requestId: must(second.request, 'request').requestId, declineFriendRequestInput: key() });
  const { data: third } = await eva.friends.sendFriendRequest({ ...eva.me, friendTarget: { ...toRui, ...key() } });
  await eva.friends.cancelFriendRequest({ ...eva.me, requestId: must(third.request, 'request').requestId });
  await eva.friends.sendFriendRequest({ ...eva.me, friendTarget: { externalPlayerId: ana.id, ...key() } });
  await ana.friends.sendFriendRequest({ ...ana.me, friendTarget: { externalPlayerId: eva.id, ...key() } });
  await refused(409, ana.friends.sendFriendRequest({ ...ana.me, friendTarget: { externalPlayerId: eva.id, ...key() } }));
  await refused(404, ana.friends.sendFriendRequest({ ...ana.me, friendTarget: { friendCode: 'NOBODY', ...key() } }));

  await ana.friends.getGiftCatalog(ana.me);
  await ana.friends.listGifts(ana.me);
  await ana.friends.listSentGifts(ana.me);
  const gold = { type: GiftResourceType.Currency, resourceKey: 'gold', amount: 5 };
  const { data: sent } = await ana.friends.sendGift({ ...ana.me, sendGiftRequest: { ...toRui, ...gold, ...key() } });
  await ana.friends.sendGift({
    ...ana.me,
    sendGiftRequest: { externalPlayerId: eva.id, type: GiftResourceType.Item, resourceKey: 'health_potion', amount: 1, message: 'Here', ...key() },
  });
  await rui.friends.listGifts({ ...rui.me, status: GiftStatus.Pending, limit: 10 });
  await eva.friends.listGifts(eva.me);
  await ana.friends.listSentGifts(ana.me);
  await rui.friends.claimGift({ ...rui.me, giftId: sent.gift.giftId, claimGiftRequest: key() });
  await rui.friends.listGifts(rui.me);
  await ana.friends.listFriends({ ...ana.me, progression });

  await eva.friends.blockPlayer({ ...eva.me, friendTarget: { ...toRui, ...key() } });
  await eva.friends.listBlocks(eva.me);
  await eva.friends.unblockPlayer({ ...eva.me, blockedExternalId: rui.id });
  await ana.friends.removeFriend({ ...ana.me, friendExternalId: eva.id });
}

async function holdings(ana: Player): Promise<void> {
  const { data: pending } = await ana.grants.listPendingGrants(ana.me);
  const reward = must(pending.find((grant) => grant.kind === GrantKind.Reward), 'reward');
  const crate = must(pending.find((grant) => grant.kind === GrantKind.Crate), 'crate');
  if (reward.parentGrantId !== null) {
    answers.mismatches.push('a reward that came out of nothing says that it came out of a crate');
  }
  await ana.grants.claimGrant({ ...ana.me, grantId: reward.id, claimGrantRequest: key() });
  const { data: opened } = await ana.grants.openCrate({ ...ana.me, grantId: crate.id, openCrateRequest: key() });
  await ana.grants.claimGrant({ ...ana.me, grantId: opened.contents.id, claimGrantRequest: key() });
  await ana.grants.grantToSelf({
    ...ana.me,
    grantSelfRequest: { entries: [{ type: 'item', itemKey: 'arena_ticket', quantity: 2, parameters: { gate: 3 } }], ...key() },
  });
  await ana.grants.grantToSelf({
    ...ana.me,
    grantSelfRequest: {
      kind: GrantKind.Crate,
      entries: [{ type: 'crate', crateItemKey: 'gold_crate', quantity: 1 }],
      expiresAt: new Date('2026-10-01T00:00:00Z'),
      ...key(),
    },
  });
  await ana.grants.listPendingGrants({ ...ana.me, limit: 1 });
  await refused(404, ana.grants.claimGrant({ ...ana.me, grantId: 'none', claimGrantRequest: key() }));

  await ana.inventory.listInventory(ana.me);
  await ana.inventory.consumeItem({ ...ana.me, itemKey: 'arena_ticket', consumeItemInput: { quantity: 1, ...key() } });
  await refused(409, ana.inventory.consumeItem({ ...ana.me, itemKey: 'vip_pass', consumeItemInput: { quantity: 1, ...key() } }));
  const debit = { amount: 10, reason: 'hat', ...key() };
  await ana.wallet.debitWallet({ ...ana.me, economyKey: 'gold', debitWalletInput: debit });
  await ana.wallet.debitWallet({ ...ana.me, economyKey: 'gold', debitWalletInput: debit });
  for (const amount of [1, 800, -1]) {
    await ana.wallet.progressWallet({ ...ana.me, economyKey: 'xp', progressWalletInput: { amount, ...key() } });
  }
  await ana.wallet.listWallet(ana.me);

  const purchase = { transactionId: 't1', store: PurchaseStore.Web, productId: 'gems', amountMinor: 499, currency: 'USD' };
  await ana.purchases.trackPurchase({ ...ana.me, trackPurchaseRequest: { ...purchase, ...key() } });
  await ana.purchases.trackPurchase({ ...ana.me, trackPurchaseRequest: { ...purchase, ...key() } });
  await ana.purchases.trackPurchase({
    ...ana.me,
    trackPurchaseRequest: {
      ...purchase,
      transactionId: 't2',
      productType: PurchaseProductType.Consumable,
      metadata: { shop: 'summer' },
      ...key(),
    },
  });
}

async function events(sandbox: Sandbox, ana: Player, rui: Player): Promise<string> {
  await ana.events.listEvents(ana.me);
  const coins = { ...ana.me, eventKey: 'coin_rush' };
  const { data: started } = await ana.events.startAttempt({ ...coins, startAttemptRequest: { playerContext: { country: 'PT' }, ...key() } });
  const attempt = { ...coins, attemptId: started.attempt.id };
  for (const metricValue of [1, 60, 39]) {
    const { data: progress } = await ana.events.reportProgress({
      ...attempt,
      progressRequest: { mode: ProgressMode.Increment, metricValue, ...key() },
    });
    if (progress.milestonesFired === undefined) {
      answers.mismatches.push('reportProgress 200: milestonesFired is left out, a backend of today sends an empty list');
    }
  }
  await refused(409, ana.events.finishAttempt({ ...attempt, finishAttemptRequest: key() }));
  await ana.events.startAttempt({ ...coins, eventKey: 'bounty_hunt', startAttemptRequest: key() });
  await refused(402, rui.events.startAttempt({ ...rui.me, eventKey: 'bounty_hunt', startAttemptRequest: key() }));
  const { data: run } = await ana.events.startAttempt({ ...coins, eventKey: 'endless_run', startAttemptRequest: key() });
  await ana.events.finishAttempt({ ...coins, eventKey: 'endless_run', attemptId: run.attempt.id, finishAttemptRequest: key() });
  await ana.events.listEvents(ana.me);

  const brawl = { ...ana.me, eventKey: 'quick_brawl' };
  const { raw } = await ana.events.startAttemptRaw({ ...brawl, startAttemptRequest: key() });
  const { error } = ErrorEnvelopeFromJSON(await raw.json());
  const lobbyId: string = error.details.lobbyId;
  await ana.lobbies.getLobby({ lobbyId });
  await sandbox.steer('POST', `/lobbies/${lobbyId}/fill`);
  await ana.lobbies.getLobby({ lobbyId });
  await ana.events.startAttempt({ ...brawl, startAttemptRequest: key() });
  await refused(404, ana.lobbies.getLobby({ lobbyId: 'none' }));
  return started.leaderboardId;
}

async function boards(ana: Player, rui: Player, leaderboardId: string): Promise<void> {
  const { data: bare } = await ana.eventBoards.getEventLeaderboard({ leaderboardId });
  if (bare.self !== null) {
    answers.mismatches.push(`getEventLeaderboard 200: nobody asked for self, but it is ${String(bare.self)}, not null`);
  }
  await ana.eventBoards.getEventLeaderboard({ leaderboardId, includeSelf: true, externalId: ana.id, progression: ['xp'] });
  await rui.eventBoards.joinEventLeaderboard({ ...rui.me, leaderboardId, joinEventLeaderboardRequest: key() });
  await refused(404, ana.eventBoards.getEventLeaderboard({ leaderboardId: crypto.randomUUID() }));

  await ana.boards.submitScore({ ...ana.me, key: 'weekly_score', submitScoreRequest: { value: 300.5, ...key() } });
  await ana.boards.submitScore({ ...ana.me, key: 'daily_lap', submitScoreRequest: { value: 61, segment: 'spa', ...key() } });
  await rui.boards.joinLeaderboard({ ...rui.me, key: 'region_cup', joinLeaderboardRequest: { segment: 'eu', ...key() } });
  await rui.boards.joinLeaderboard({ ...rui.me, key: 'weekly_score', joinLeaderboardRequest: key() });
  await refused(403, ana.boards.submitScore({ ...ana.me, key: 'studio_cup', submitScoreRequest: { value: 1, ...key() } }));
  for (const board of ['weekly_score', 'weekly_gold', 'studio_cup']) {
    await ana.boards.getLeaderboard({ key: board });
  }
  await ana.boards.getLeaderboard({ key: 'weekly_score', includeSelf: true, externalId: ana.id, progression: ['xp', 'level'] });
  for (const segment of ['bronze', 'silver', 'gold']) {
    await ana.boards.getLeaderboard({ key: 'xp_league', segment });
  }
  await ana.boards.getLeaderboardStandings({ key: 'weekly_score', scope: StandingsScope.All });
  await ana.boards.getLeaderboardStandings({ key: 'xp_league', scope: StandingsScope.All });
  await ana.boards.getLeaderboardStandings({ key: 'region_cup', scope: StandingsScope.Mine, externalId: rui.id });
  await ana.boards.listLeaderboardPeriods({ key: 'xp_league' });
}

async function play(sandbox: Sandbox): Promise<void> {
  const ana = await Player.register(sandbox, 'ana');
  const rui = await Player.register(sandbox, 'rui');
  const eva = await Player.register(sandbox, 'eva');
  for (const { id } of [ana, eva]) {
    await sandbox.steer('POST', `/players/${id}/credit`, { economyKey: 'gold', amount: 1000 });
    await sandbox.steer('POST', `/players/${id}/credit`, { economyKey: 'gems', amount: 10 });
  }
  const inventory = follow('streamInventory', await ana.inventory.streamInventoryRaw(ana.me));
  await profiles(ana);
  await people(ana, rui, eva);
  await holdings(ana);
  const leaderboardId = await events(sandbox, ana, rui);
  const board = follow('streamEventLeaderboard', await ana.eventBoards.streamEventLeaderboardRaw({ leaderboardId }));
  const { data: again } = await ana.events.startAttempt({ ...ana.me, eventKey: 'coin_rush', startAttemptRequest: key() });
  await ana.events.reportProgress({
    ...ana.me,
    eventKey: 'coin_rush',
    attemptId: again.attempt.id,
    progressRequest: { mode: ProgressMode.Set, metrics: { coins: 20 }, ...key() },
  });
  await boards(ana, rui, leaderboardId);

  await sandbox.steer('POST', '/clock/advance', { by: '8d' });
  await boardsAreOver(ana, leaderboardId);
  await follow('streamEventLeaderboard', await ana.eventBoards.streamEventLeaderboardRaw({ leaderboardId }));
  await sandbox.stop();
  await Promise.all([inventory, board]);
}

async function boardsAreOver(ana: Player, leaderboardId: string): Promise<void> {
  await ana.eventBoards.getEventLeaderboard({ leaderboardId, includeSelf: true, externalId: ana.id });
  const { data: listed } = await ana.boards.listLeaderboardPeriods({ key: 'weekly_score' });
  const earlier = must(listed.periods[0], 'period').periodStartedAt.toISOString();
  await ana.boards.getLeaderboard({ key: 'weekly_score', period: earlier });
  await ana.boards.getLeaderboardStandings({ key: 'weekly_score', scope: StandingsScope.All, period: earlier });
  await ana.grants.listPendingGrants(ana.me);
  await ana.events.listEvents(ana.me);
  await ana.friends.listFriends(ana.me);
}

async function main(): Promise<boolean> {
  const sandbox = await Sandbox.start(jar!, options);
  try {
    await play(sandbox);
  } finally {
    await sandbox.stop();
  }
  const missing = answers.missing();
  console.log(
    `${answers.calls} calls, ${answers.known - missing.length} of ${answers.known} operations, ${answers.events} events of streams,` +
      ` ${answers.mismatches.length} mismatches`,
  );
  missing.forEach((operation) => console.log(`never answered: ${operation}`));
  answers.mismatches.forEach((mismatch) => console.log(mismatch));
  const checkedNothing = answers.calls === 0 || answers.events === 0 || answers.known === 0;
  return !checkedNothing && missing.length === 0 && answers.mismatches.length === 0;
}

main().then(
  (good) => {
    process.exitCode = good ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
