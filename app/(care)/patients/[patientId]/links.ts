import type { Route } from "next";

// Next types built addresses as patterns, which props of type Route do not take: the cast is made once, here.
export const patientLink = (patientId: string) => `/patients/${patientId}` as Route;
