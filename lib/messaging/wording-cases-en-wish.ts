import type { Cases } from "./wording-cases";

export const wishingCases: Cases = {
  "en-dont-text": {
    fires: `
      do not call this number | don't write me anymore | you should not text me | pls dont sent me any more msgs
      wrong person, don't text here | please don't text me anymore | do not contact me | Do not text or call me
      never text me again | dnt txt me | plz dont text this number no more | no need to text me anymore
      you dont need to text me anymore | Please do not send me any more text messages
      dont send me anything else | I lost my baby dont text me about this anymore | don't message me
      Don’t contact me again | DO NOT TEXT ME AGAIN | Do not text this number
      do not send messages to this phone | don't ever text me again | dont ever contact me
      Please don't contact me any more | don't text or call me | don't call or text | do not call me anymore
      do not text my husband | Do not call or text my husband | dont txt me | never contact me again
      do not ever contact me again | don't keep texting me | do not text | don't text | No texts | no messages
      pls dont send these | Don't send me any more of these | do not use this number again
      Do not disturb me again | dont contct me`,
    spares: `
      do not send the texts in english | don't text me before 9 | do not text me at work
      please don't text me at night | dont text me until Monday | don't call me I'm at work text me
      why don't you text me | you never text me back | you don't text me anymore
      if you don't text me I will come in | Don't forget to text me | don't hesitate to contact me
      please don't call, text me | don't send anything to the pharmacy yet | do not send my records to Dr Smith
      my back don't bother me anymore | dont text while driving | I can't text right now
      don't text my mom about this | do not text me at this time, I'm driving | don't text my husband about this
      please don't text my husband about my results | do not send messages about results to my mom
      no texts needed | No texts received today | Do not use this number for my husband
      I don't need more texts just a call`,
  },
  "en-dont-want-texts": {
    fires: `
      I didn't ask for this message | I don't wanna get these anymore | i never signed up for this
      I didn't sign up for these texts | I don't want your messages | i dont want to get these texts anymore
      I no longer wish to receive text messages | don't want you texting me | I don't want to be contacted
      Not interested in these messages | I don't want any more texts | I don't want text messages
      I dont want no texts | i do not want to be texted | I do not wish to be contacted anymore
      I don't want you to text me anymore | I do not want you guys messaging me | I didn't agree to get texts
      I never asked for these messages | Do not want texts | don't want texts | I do not need these reminders
      dont need no messages | I don't need your texts`,
    spares: `
      I don't want texts in english | I don't want to miss your messages | I did not ask for the refill
      I don't want to be late | I don't understand these messages | I didn't get a text about my visit
      i dont want to bother you | I did not subscribe to WIC | I'm not interested in the vaccine
      I do not see the message | I need more texts`,
  },
  "en-rather-not": {
    fires: `
      I prefer not to receive texts | I'd rather not get these texts | would you mind not texting me
      I'd prefer you not text me | I request that you no longer contact me
      You are no longer authorized to contact me`,
    spares: `
      I'd rather not get the shot | I'd rather not talk`,
  },
  "en-hear-from-you": {
    fires: `
      I no longer want to hear from you | I don't want to hear from you anymore`,
    spares: `
      I don't want to hear from my ex | I want to hear from you`,
  },
  "en-take-no-part": {
    fires: `
      I don't want to be on this list | I dont want to be part of this | I no longer want to participate
      I no longer wish to participate in this program`,
    spares: `
      I don't want to be on the waiting list | I don't want to be in the study
      I don't want to participate in the study`,
  },
};
