import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  images: { unoptimized: true },
  experimental: { agentUpgrade: false },
  // One page with the queue: as a page of its own, each conversation would build the queue anew.
  rewrites: async () => [{ source: "/inbox/:thread", destination: "/inbox?thread=:thread" }],
};

export default config;
