import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  images: { unoptimized: true },
  // Titles come with their page, not after it: a page that is read anew would have none for a moment. For everybody.
  htmlLimitedBots: /.*/,
  experimental: { agentUpgrade: false },
};

export default config;
