import type { Column } from "./types";

/** How files name a column, the surest first; two columns of one meaning go by this order. */
export const columnNames: Record<Column, string> = {
  member_id:
    "memberid membernumber memberno membernbr mbrid mbrnbr mbrno mbrnum memberidnumber member subscriberid subscribernumber patientid patientnumber patno medicaidid medicaidnumber recipientid beneficiaryid clientid hicn mbi cin mrn medicalrecordnumber id",
  full_name: "fullname name membername patientname mbrname subscribername lastfirst lastnamefirstname",
  first_name:
    "firstname first givenname forename fname memberfirstname mbrfirstname mbrfirst mbrfname patientfirstname firstnm frstnm",
  middle_name: "middlename middleinitial middle mi mname mbrmi",
  last_name:
    "lastname last surname familyname lname memberlastname mbrlastname mbrlast mbrlname patientlastname lastnm",
  birth_date:
    "birthdate dateofbirth dob birthday birthdt bdate birthdte memberdob mbrdob patientdob memberbirthdate dobmmddyyyy birthdttm",
  phone:
    "mobilephone mobile mobilenumber mobileno mobilephonenumber cellphone cell cellnumber cellphonenumber textphone smsphone phone phonenumber phoneno phonenbr phone1 primaryphone mainphone telephone telephonenumber tel memberphone mbrphone contactphone contactnumber homephone homephonenumber",
  consent:
    "consent smsconsent textconsent consenttotext consenttotexts textingconsent tcpaconsent tcpa optin smsoptin textoptin optedin oktotext cantext permissiontotext textpermission",
  consent_date:
    "consentdate dateofconsent smsconsentdate consentedon consentedat consentdt optindate smsoptindate tcpadate",
  language:
    "language lang preferredlanguage preflanguage preflang spokenlanguage primarylanguage writtenlanguage languagecode langcode langcd memberlanguage",
  address:
    "address address1 addressline1 addr1 addr street streetaddress homeaddress mailingaddress residentialaddress address2 addressline2 addr2 apt unit city homecity mailingcity",
  zip: "zip zipcode zip5 postalcode postcode zipcd homezip mailingzip zip4 zipplus4",
  state: "state statecode homestate stateprovince st statecd mailingstate",
  time_zone: "timezone tz localtimezone",
  plan: "plan planname plancode lob lineofbusiness product productname benefitplan payer",
  tags: "tags tag cohort cohorts group program segment riskgroup risktier population",
  due_date:
    "duedate edd estimateddeliverydate expecteddeliverydate expectedduedate estimatedduedate deliverydate edc",
  child_birth_date:
    "childbirthdate childdob childsbirthdate childdateofbirth babydob babybirthdate infantdob newborndob dateofdelivery deliveredon",
  status:
    "status memberstatus membershipstatus mbrstatus enrollmentstatus eligibilitystatus eligstatus coveragestatus patientstatus",
  ended:
    "disenrolled terminated termed termflag termdate termdt terminationdate enddate coverageenddate coverageend enrollmentenddate disenrollmentdate disenrolldate",
  deceased:
    "deceased isdeceased deceasedflag deceasedind dead deceaseddate dateofdeath dod deathdate deathdt expiredind",
};

export const nameOf = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, "");

/** By the name of a heading: its column, and how sure that is; 0 is surest. */
export const columnByName: ReadonlyMap<string, { column: Column; rank: number }> = new Map(
  (Object.entries(columnNames) as [Column, string][]).flatMap(([column, names]) =>
    names.split(" ").map((name, rank) => [name, { column, rank }] as const),
  ),
);
