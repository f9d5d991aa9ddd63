import { describe, expect, test } from "vitest";
import { codesOf, quotesOf } from "./outgoing-testing";

describe("who a patient is", () => {
  test.each([
    ["SSN 123-45-6789", "social_security"],
    ["Su seguro social es 123 45 6789", "social_security"],
    ["SSN ending 6789", "social_security"],
    ["the last four of your social security: SSN 6789", "social_security"],
    ["seguro social termina en 6789", "social_security"],
    ["Su identificación 884213", "member_number"],
    ["450 oak st", "address"],
    ["450 Oak st apt 3", "address"],
    ["at 1200 Broadway", "address"],
    ["45 Calle Sol", "address"],
    ["Your member number is 884213", "member_number"],
    ["Member ID: VC-88421", "member_number"],
    ["MRN 0045512", "member_number"],
    ["Medicare 1EG4-TE5-MK73", "member_number"],
    ["Use VC1A2B3C4D5E at the desk", "member_number"],
    ["Número de miembro 884213", "member_number"],
    ["Su expediente no. 55120", "member_number"],
    ["您的会员号是884213", "member_number"],
    ["病历号：0045512", "member_number"],
    ["Write to rosa.marin@example.org", "email"],
    ["Escriba a rosa@example.org.mx", "email"],
    ["请写信到 rosa@example.org", "email"],
    ["We see you at 120 Main Street", "address"],
    ["We see you at 120 N Main St. at 3", "address"],
    ["at 4501 martin luther king blvd", "address"],
    ["PO Box 1234", "address"],
    ["Venga a la calle Juárez 45", "address"],
    ["Avenida de la Paz # 1200", "address"],
    ["请到中山路120号", "address"],
    ["Your number 1234567890123", "long_number"],
    ["1234 5678 9012", "long_number"],
    ["call 2125550123", "long_number"],
    ["+52 55 1234 5678", "long_number"],
    ["请打13800138000", "long_number"],
  ])("is in %s", (text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  test.each([
    "Call 212-555-0123",
    "Your social security office is near",
    "on the 21 st of the month",
    "at 10 the st",
    "45 calles de aquí",
    "We walk 12 minutes on Broadway",
    "Call (212) 555-0123 or +1 212-555-0123",
    "call 212.555.0123, 1-800-222-1222, or 911 or 988",
    "Call member services at 800-555-0123",
    "Come at 9:30, 10 or 11 on 12/5, room 210, floor 3",
    "Open 10AM-1230PM, 8-5, 24/7",
    "In 20 minutes on the main street",
    "In 2025 and 2026 we saw 12500 people",
    "The case is closed. Your plan 2026 begins.",
    "It costs $1200",
    "Llame al 212-555-0123 entre las 9 y las 5",
    "Venga a la calle de siempre",
    "请打212-555-0123",
    "下午3点到5点，2号诊室",
    "At 3 Dr. Lee calls you",
  ])("is not in %s", (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("a date of birth", () => {
  test.each([
    ["You were listed as 5/17/1994", "5/17/1994"],
    ["05-17-94, right?", "05-17-94"],
    ["17.05.1994", "17.05.1994"],
    ["1994-05-17", "1994-05-17"],
    ["May 17, 1994", "May 17, 1994"],
    ["Sept. 3rd 2019", "Sept. 3rd 2019"],
    ["17 May 1994", "17 May 1994"],
    ["17 de mayo de 1994", "17 de mayo de 1994"],
    ["17 DE MAYO DEL 1994", "17 DE MAYO DEL 1994"],
    ["1994年5月17日", "1994年5月17日"],
    ["Born 10/2/2026?", "10/2/2026"],
    ["DOB 5/17", "5/17"],
    ["Born May 17", "May 17"],
    ["dob may 17 94", "may 17 94"],
    ["Born: May 17 '94", "May 17 '94"],
    ["5.17.94", "5.17.94"],
    ["Date of birth 17 May", "17 May"],
    ["DOB 1994", "1994"],
    ["You were born in 1994", "1994"],
    ["Nacida el 17 de mayo", "17 de mayo"],
    ["出生 5月17日", "5月17日"],
    ["生日是5月17日", "5月17日"],
    ["Fecha de nacimiento: 2/10/2026", "2/10/2026"],
    ["出生日期 2026年10月2日", "2026年10月2日"],
  ])("is in %s", (text, quote) => {
    expect(quotesOf(text, "birth_date")).toEqual([quote]);
    expect(codesOf(text)).toEqual(["birth_date"]);
  });

  test.each([
    "Your visit is on 12/5/2026 at 3",
    "See you 12/5/26 or 1/8/27",
    "On 2026-12-05 or December 5, 2026",
    "El 5 de diciembre de 2026",
    "下次见：2026年12月5日",
    "On 12/5, or May 17",
    "Your baby was born. See you 12/5",
    "Stubborn 12/5 or reborn May 17",
    "May 17 at 10:15, room 1994",
    "Nació el martes, venga el 5 de mayo",
    "Call 212.555.0123 or 3.30",
    "Version 1.10.30",
  ])("is not in %s", (text) => {
    expect(codesOf(text)).toEqual([]);
  });
});
