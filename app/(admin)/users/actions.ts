"use server";

import { refresh } from "next/cache";
import { addUser } from "@/lib/users/adding";
import { disableUser, enableUser } from "@/lib/users/disabling";
import { AddUserInput, UserInput } from "@/lib/users/inputs";
import { action } from "@/lib/web/action";

export const addUserAction = action(AddUserInput, async (ctx, input) => {
  const { password } = await addUser(ctx, input);
  refresh();
  return { message: `${input.name} can sign in as ${input.email} with this password.`, secret: password };
});

export const disableUserAction = action(UserInput, async (ctx, input) => {
  await disableUser(ctx, input);
  refresh();
});

export const enableUserAction = action(UserInput, async (ctx, input) => {
  await enableUser(ctx, input);
  refresh();
});
