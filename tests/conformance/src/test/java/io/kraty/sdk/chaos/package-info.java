/** Random schedules of everything that can happen to a game, held against what the platform did. */
package io.kraty.sdk.chaos;
