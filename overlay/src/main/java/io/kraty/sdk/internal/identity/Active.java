package io.kraty.sdk.internal.identity;

import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sdk.store.PlayerCredentials;
import org.jspecify.annotations.Nullable;

/** The active player, and what only a registration of this session tells about them; one object, so never torn. */
record Active(PlayerCredentials credentials, @Nullable SyntheticIdentity synthetic) {}
