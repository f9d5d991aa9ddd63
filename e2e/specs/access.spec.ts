import { expect, signIn, test } from "@/e2e/fixtures";

const nothing = "00000000-0000-7000-8000-000000000000";

test("what a role may not see is not found, by page and by request", async ({ given, signedIn }) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const manager = await given.person("manager", "Marta Lindqvist");
  const program = await given.program({ members: [nurse, manager], createdBy: manager.id });
  const sender = await given.sender(program.id);
  const patient = await given.patient(program.id);
  const thread = await given.thread(program.id, sender.id, patient.phone.id);

  const pagesOf = {
    nurse: ["/inbox", `/inbox/${thread.id}`, "/patients", `/patients/${patient.id}`],
    manager: [
      "/programs",
      "/programs/new",
      ...["results", "campaigns", "campaigns/new", "rosters", "outcomes", "texts", "settings"].map(
        (tab) => `/programs/${program.id}/${tab}`,
      ),
    ],
    admin: ["/users", "/senders", "/sending", "/audit"],
  };
  const people = { nurse, manager, admin: await given.person("admin", "Ade Okafor") };
  for (const role of ["nurse", "manager", "admin"] as const) {
    const page = await signedIn(people[role]);
    for (const [owner, paths] of Object.entries(pagesOf))
      for (const path of paths) {
        const response = await page.request.get(path);
        expect([role, path, response.status()]).toEqual([role, path, owner === role ? 200 : 404]);
      }
    const origin = { Origin: new URL(page.url()).origin };
    const reply = { threadId: thread.id, key: given.randomId(), body: "hello", seen: null, patientId: null };
    const posted = await page.request.post("/api/replies", { data: reply, headers: origin });
    expect([role, "reply", posted.status()]).toEqual([role, "reply", role === "nurse" ? 200 : 404]);
    const words = { threadId: thread.id, body: "Your member number is VC730008", patientId: null };
    const checked = await page.request.post("/api/text-check", { data: words, headers: origin });
    expect([role, "check", checked.status()]).toEqual([role, "check", role === "nurse" ? 200 : 404]);
    const searched = await page.request.post("/api/patient-search", {
      data: { words: "rosa" },
      headers: origin,
    });
    expect([role, "search", searched.status()]).toEqual([role, "search", role === "nurse" ? 200 : 404]);
    const upload = await page.request.post(`/api/uploads?program=${program.id}`, {
      data: "member_id\n",
      headers: { ...origin, "x-file-name": "a.csv" },
    });
    if (role !== "manager") expect([role, "upload", upload.status()]).toEqual([role, "upload", 404]);
    const outcomes = await page.request.post(`/api/uploads/outcomes?program=${program.id}&kind=claims`, {
      data: "member_id\n",
      headers: { ...origin, "x-file-name": "a.csv" },
    });
    expect([role, "outcomes", outcomes.status()]).toEqual([role, "outcomes", role === "manager" ? 201 : 404]);
    for (const id of [nothing, "not-an-id"])
      expect((await page.request.get(`/api/exports/outcomes/${id}`)).status()).toBe(404);
  }
});

test("another program's conversation and results are not found, nor are damaged links", async ({
  given,
  signedIn,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  const manager = await given.person("manager", "Marta Lindqvist");
  const clinic = await given.clinic();
  const thread = await given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id);
  const ward = await signedIn(nurse);
  for (const id of [thread.id, nothing, "not-an-id"])
    expect((await ward.request.get(`/inbox/${id}`)).status()).toBe(404);
  for (const id of [clinic.patient.id, nothing, "not-an-id"])
    expect((await ward.request.get(`/patients/${id}`)).status()).toBe(404);
  const desk = await signedIn(manager);
  for (const id of [clinic.program.id, nothing, "not-an-id"])
    for (const tab of [
      "results",
      "campaigns",
      "rosters",
      "outcomes",
      "texts",
      "settings",
      `campaigns/${nothing}`,
      "rosters/not-an-id",
      "outcomes/not-an-id",
      `outcomes/${nothing}`,
    ])
      expect([tab, (await desk.request.get(`/programs/${id}/${tab}`)).status()]).toEqual([tab, 404]);
});

test("without a session there is only the sign-in page", async ({ page, request }) => {
  await page.goto("/inbox");
  await expect(page).toHaveURL(/sign-in/);
  for (const path of [
    "/api/replies",
    "/api/replies/taken-back",
    "/api/claims",
    "/api/uploads?program=x",
    "/api/uploads/outcomes?program=x",
    "/api/activity",
  ]) {
    const response = await request.post(path, { data: {}, headers: { Origin: new URL(page.url()).origin } });
    expect([path, response.status()]).toEqual([path, 401]);
  }
  for (const path of ["/api/stream", "/api/standing", `/api/exports/outcomes/${nothing}`])
    expect([path, (await request.get(path)).status()]).toEqual([path, 401]);
});

test("a call from another site is refused", async ({ given, signedIn }) => {
  const page = await signedIn(await given.person("nurse", "Nadia Brooks"));
  for (const headers of [{ Origin: "https://elsewhere.example" }, { Origin: "null" }, undefined])
    expect((await page.request.post("/api/replies", { data: {}, headers })).status()).toBe(404);
});

test("a wrong password is refused in words and keeps the address; signing out ends the session", async ({
  given,
  page,
}) => {
  const nurse = await given.person("nurse", "Nadia Brooks");
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(nurse.email);
  await page.getByLabel("Password").fill("not this one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That address and password do not go together")).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue(nurse.email);

  await signIn(page, nurse.email, given.password);
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: /account|Nadia/i }).click();
  await page
    .getByRole("menuitem", { name: "Sign out" })
    .or(page.getByRole("button", { name: "Sign out" }))
    .click();
  await expect(page).toHaveURL(/sign-in/);
  await page.context().addCookies(cookies);
  await page.goto("/inbox");
  await expect(page).toHaveURL(/sign-in/);
});

test("a disabled person is out at once", async ({ given, signedIn }) => {
  const nurse = await given.person("nurse", `Nadia ${given.randomId().slice(0, 6)}`);
  const ward = await signedIn(nurse);
  const office = await signedIn(await given.person("admin", "Ade Okafor"));
  await office
    .getByRole("row")
    .filter({ hasText: nurse.email })
    .getByRole("button", { name: "Disable" })
    .click();
  await office
    .getByRole("dialog")
    .getByRole("button", { name: /^Disable/ })
    .click();
  await expect(
    office.getByRole("row").filter({ hasText: nurse.email }).getByRole("button", { name: "Enable" }),
  ).toBeVisible();
  await expect(ward).toHaveURL(/sign-in/, { timeout: 15_000 });
});

test("forged webhooks are refused, genuine ones taken", async ({ carrier, given }) => {
  const sender = await given.sender(null);
  const payload = () => ({
    channel: "sms",
    message_uuid: given.randomId(),
    from: "12075550199",
    to: sender.number.slice(1),
    timestamp: "2026-03-04T15:00:00Z",
    text: "hello",
  });
  for (const forge of ["wrong-secret", "stale", "altered", "alg-none", "no-header"])
    expect([forge, (await carrier.webhook({ kind: "inbound", payload: payload(), forge })).status]).toEqual([
      forge,
      401,
    ]);
  expect((await carrier.webhook({ kind: "inbound", payload: payload() })).status).toBe(200);
  expect((await carrier.webhook({ kind: "inbound", payload: { channel: "sms" } })).status).toBe(422);
});

test("the health page answers without a session and names nobody", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ ok: true, degraded: expect.any(Array) });
});
