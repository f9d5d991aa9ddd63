import { seedDemo } from "@/db/seed/demo";

await seedDemo();
console.log("The demo data is in place.");
