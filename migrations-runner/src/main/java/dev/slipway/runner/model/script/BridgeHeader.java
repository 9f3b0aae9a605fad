package dev.slipway.runner.model.script;

import dev.slipway.runner.sql.Bridge;

/// `-- bridge: users.password_hash <-> users.hashed_password`: what a script lets the database keep equal.
///
/// @param line of the file, counted from 1
public record BridgeHeader(Bridge bridge, int line) {}
