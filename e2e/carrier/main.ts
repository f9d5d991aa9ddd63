import { startCarrier } from "./carrier";
import { readConfig } from "./config";

try {
  const carrier = await startCarrier(readConfig(process.env));
  console.log(`carrier ready ${carrier.url}`);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void carrier.close().then(() => process.exit(0));
  };
  // A parent that dies takes its channel with it: nobody is left to send us a signal.
  for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
