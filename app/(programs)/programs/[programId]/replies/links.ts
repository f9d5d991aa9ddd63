import type { Route } from "next";

// Next types built addresses as patterns, which props of type Route do not take: the cast is made once, here.
export const repliesLink = (programId: string) => `/programs/${programId}/replies` as Route;
export const newReplyLink = (programId: string) => `/programs/${programId}/replies/new` as Route;
export const replyLink = (programId: string, replyId: string) =>
  `/programs/${programId}/replies/${replyId}` as Route;
