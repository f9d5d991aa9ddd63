import { z } from "zod";

export const AddUserInput = z.object({
  name: z
    .string({ error: "Type the person's name." })
    .trim()
    .min(1, "Type the person's name.")
    .max(80, "Use at most 80 characters for the name."),
  email: z
    .string({ error: "Type the person's email address." })
    .trim()
    .toLowerCase()
    .max(254, "That email address is too long.")
    .pipe(z.email("Type an email address such as rosa@valleycare.example.")),
  role: z.enum(["nurse", "manager", "admin"], { error: "Choose what this person does." }),
});
export type AddUserInput = z.infer<typeof AddUserInput>;

export const UserInput = z.object({ userId: z.uuid("Choose a person from the list.") });
export type UserInput = z.infer<typeof UserInput>;
