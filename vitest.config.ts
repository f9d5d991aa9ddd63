import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: { "server-only": new URL("./db/testing/empty.ts", import.meta.url).pathname },
  },
  test: {
    include: ["{app,components,lib,db,scripts,e2e/carrier,e2e/faults}/**/*.test.{ts,tsx}"],
    globalSetup: ["db/testing/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Keys of tests, good for nothing else.
    env: {
      DATABASE_URL: "postgres://unused/unused",
      PHI_KEYS: `1:${Buffer.alloc(32, 1).toString("base64")}`,
      INDEX_KEY: Buffer.alloc(32, 2).toString("base64"),
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: "only for tests, only for tests, only for tests",
      VONAGE_API_HOST: "http://127.0.0.1:1",
      LOG_LEVEL: "error",
    },
  },
});
