import type { Cases } from "./wording-cases";

export const leavingCases: Cases = {
  "en-remove-me": {
    fires: `
      Please remove it from your list. | I want out of this texting program | remove me | take me off the list
      How do I get off this list? | I want off this list | take my number off your list | get me off this list
      please remove me from this list | Take me off | Take me off this please
      this is the wrong number please remove me | Kindly remove my number from your database
      please remove my name and number from your list | Take us off your list | Take this number off your list
      Get me off your texting list | Can you take me off of this list please
      could you please remove me from the text list | I would like to be removed from this list
      I want to be removed from your list | I wish to be taken off the list | we lost the baby please remove me
      Delete me | Take my name off | No thank you. Please remove. | Kindly take me out of your list
      Please delete me from your system | delete me from this | remove me from this
      remove me from your contacts | remove me from everything | take my phone off your list
      I asked to be taken off this list | cancel me from this list | please withdraw me
      withdraw me from this program | remove my # from your list
      my mother passed away please remove her from your list | Remove her from your list | take him off your list
      take my mom off your list | remove number | off the list please`,
    spares: `
      did he take me off the list | take me off the weight loss program | can you take it off my bill
      don't remove me from the list | please don't take me off the list | take me off the pill
      take me off the waiting list | Please remove me from the schedule on Monday | take me off this medicine
      I want off this medication | Remove me and my son from Dr Lee's appointment
      did you remove me from my insurance | take aspirin off my list | get me on the list
      take me off the list for Tuesday | remove stitches | remove me from the vaccine list
      I don't want to be removed from your list | I don't want to be taken off the list
      did someone take me off the list | why did you remove me from the list | who removed me from the list
      I don't want you to remove me | take him off the meds | remove him from my account
      take her off the waiting list`,
  },
  "en-lose-number": {
    fires: `
      take my number out of your phone | lose my number | delete my number
      remove my phone number from your system | remove this number | I'm going to report this number
      remove my number please | I'm blocking this number | lose this number | forget my number | erase my number
      delete my info | Reporting you as spam`,
    spares: `
      I lost my number | I will lose my number next week | my number changed | Do you have my number
      how do I block my number | delete my information from the form | remove my info from the old chart
      i will report you the numbers | i will block you off time on friday | my phone is blocking your number
      I'm not going to block you | I won't block this number`,
  },
  "en-leave-alone": {
    fires: `
      get lost | get off my phone | leave me alone | go away | fuck off | Leave me alone please
      just leave me alone already | I want to be left alone | stop stop stop leave me alone
      I'm bleeding and leave me alone | Chest pain! Leave me alone | plz leave me be`,
    spares: `
      they leave me alone | the cramps never leave me alone | he left me alone | dont leave me alone
      he hits me and wont leave me alone | I don't want to be left alone in the hospital | home alone
      will the pain go away? | when will the rash go away | leave me a message | going away for the week`,
  },
  "en-revoke": {
    fires: `
      you text me with no permission to text me | I revoke | I do not consent to these messages
      I revoke my consent | I withdraw my consent | I didn't give you permission to text me
      you don't have my permission to text me | I did not consent to text messages
      I don't consent to being texted | I do not consent | I hereby revoke consent to be texted
      revoke all consent | You do not have permission to contact me`,
    spares: `
      I need to cancel my consent form visit | I don't consent to the c-section | I do not consent to the surgery
      revoke my consent for the procedure | you have my consent to text me | I give you permission to text me
      consent form signed | I didn't sign the consent | my license was revoked | withdraw blood
      cancel permission slip | I didn't withdraw my consent | I never revoked my consent`,
  },
  "en-opt-out": {
    fires: `
      opt out of this | I want to opt out | opt me out please | please opt me out | Opt out of texts
      I'd like to opt-out | how can I opt out | I opt out | Im opting out of your texts`,
    spares: `
      please opt me out of the genetic testing | I want to opt out of the vaccine
      can I opt out of genetic testing | opt out of the glucose test | what is opt out | opt in
      please dont opt me out | I don't wish to opt out | I don't want to opt out of texts`,
  },
  "en-unsubscribe": {
    fires: `
      unsubscribe me | how do i unsubscribe? | UNSUB | i wanna unsubscribe from this
      How can I unsubscribe from these texts? | pls unsub me from this | Unsubsribe me`,
    spares: `
      I accidentally unsubscribed | I did not mean to unsubscribe | unsubscribed by accident
      unsubscribe from the pharmacy emails?`,
  },
  "en-do-not-call-list": {
    fires: `
      put me on your do not call list | add this number to your do not text list | I'm on the do not call list`,
    spares: `
      on the do not resuscitate list | do not call list of doctors?`,
  },
  "en-cancel-me": {
    fires: `
      cancel me | please cancel me | cancel my enrollment in texts`,
    spares: `
      cancel me for tomorrow | can you cancel us Tuesday`,
  },
};
