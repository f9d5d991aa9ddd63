import { sendFile } from "@/components/files/send-file";

export const upload = (programId: string, file: File) =>
  sendFile<{ rosterId: string }>(`/api/uploads?program=${encodeURIComponent(programId)}`, file);
