// Preloaded by the supervisor into every process that it starts from our sources: a supervisor that is killed
// cannot stop its children, but its end closes their channel.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Without this the channel alone would keep a finished script alive.
process.channel?.unref();
