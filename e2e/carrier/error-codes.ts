/** Vonage's codes of failed texts and refused calls, as its Messages specification 1.11.0 words them. */
const descriptions: Record<string, string> = {
  "1000": "Throttled - You have exceeded the submission capacity allowed on this account.",
  "1010": "Missing params - Your request is incomplete and missing some mandatory parameters.",
  "1020": "Invalid params - The value of one or more parameters is invalid.",
  "1030": "Internal error - There was an error processing your request in the Platform.",
  "1040": "Invalid message - The Platform was unable to process your request.",
  "1050":
    "Number barred - The number you are trying to submit to is blacklisted and may not receive messages.",
  "1060": "Partner account barred - The api_key you supplied is for an account that has been barred.",
  "1070": "Partner quota exceeded - Your pre-paid account does not have sufficient credit.",
  "1080": "Account not enabled for REST - This account is not provisioned for REST submission.",
  "1090": "Message too long - The length of udh and body was greater than 140 octets.",
  "1100": "Communication Failed - Message was not submitted because there was a communication failure.",
  "1120": "Illegal Sender Address - The SenderID you set in from in the request was not accepted.",
  "1130": "Invalid TTL - The value of ttl in your request was invalid.",
  "1140": "Facility not allowed - Your request makes use of a facility that is not enabled on your account.",
  "1160": "Non White-listed Destination - The number is not in your pre-approved destination list.",
  "1170": "Invalid or Missing Msisdn Param - The phone number in the to parameter was missing or invalid.",
  "1180":
    "Absent Subscriber Temporary - This message was not delivered because to was temporarily unavailable.",
  "1190": "Absent Subscriber Permanent - to is no longer active, remove this phone number.",
  "1200": "Portability Error - There is an issue after the user has changed carrier for to.",
  "1210": "Anti-Spam Rejection - Carriers often apply restrictions that block messages.",
  "1220": "Handset Busy - The handset associated with to was not available when this message was sent.",
  "1230": "Network Error - A network failure while sending your message.",
  "1240": "Illegal Number - The user has already sent a STOP opt-out message.",
  "1250": "Unroutable - The chosen route to send your message is not available.",
  "1251": "Unable to route traffic to a destination",
  "1260": "Destination unreachable - The message could not be delivered to the phone number.",
  "1270": "Subscriber Age Restriction - The content is not suitable for to based on age restrictions.",
  "1280": "Number Blocked by Carrier - The carrier blocked this message.",
  "1282": "Message blocked by provider - The messaging provider has chosen to block this message.",
  "1290": "Pre-Paid - Insufficient funds - to's pre-paid account does not have enough credit.",
  "1300": "Not part of the provider network - The number or ID is not a user in the provider network.",
  "1310": "Not suitable device - The user's device can't receive the message.",
  "1320": "Message already sent - The message was already sent.",
  "1330": "Unknown - An unknown error was received from the carrier.",
  "1331": "Provider error - The provider is not responding or unable to process the request.",
  "1360": "TTL was activated, or message expired before delivered.",
  "1400": "Unsupported channel - The channel specified in the request is not supported.",
  "1410": "Invalid channel parameters - The value of one or more parameters is invalid.",
  "1420": "Invalid sender - The from parameter is invalid for the given channel.",
  "1430": "Invalid recipient - The to parameter is invalid for the given channel.",
  "1440": "Invalid message type - The message type is not supported for the given channel.",
  "1450": "Invalid client reference - The client reference can be a string of up to 100 characters.",
  "1460": "Daily message limit exceeded - Check compliance with regulations such as 10DLC.",
  "1461": "Auto-limiting of messages by Provider",
  "1470": "Fraud Defender Traffic Rule - Rejected due to prefix block list.",
  "1472": "Fraud Defender SMS Burst Protection - Traffic limit has been reached",
  "1473": "AIT Protection - The message has been rejected by Fraud Defender AIT Protection",
};

/** A code that Vonage does not list is played as well: the product must bear it. */
export function describe(code: string): { title: string; detail: string } {
  const description = descriptions[code] ?? `Code ${code}`;
  const [title = description] = description.split(" - ", 1);
  return { title, detail: description };
}
