"use client";

import { useLayoutEffect } from "react";

/** Marks the page's root while it is shown; what the mark does stands in `globals.css`. Renders nothing. */
export function RootMark({ of }: { of: "alert" | "banner" | "connection" | "shell" }) {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset[of] = "";
    return () => {
      delete dataset[of];
    };
  }, [of]);
  return null;
}
