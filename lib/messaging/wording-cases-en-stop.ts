import type { Cases } from "./wording-cases";

export const stoppingCases: Cases = {
  "en-stop-texting": {
    fires: `
      please stop texting me | kindly cease messaging | stop texting me I can't breathe
      STOP TEXTING ME!!! my baby is not moving | Can't breathe. Stop texting me | quit messaging this number
      stop sending me these | please stop sending messages to this phone | stop contacting my wife | stop text me
      Stop texting my number | if you don't stop texting me I will report you | You won't stop texting me
      stop bothering me | stop harassing me | stop spamming me | Please stop calling me | s t o p texting me
      stopp texting me | STOOOP TEXTINGGG MEEE | ｓｔｏｐ ｔｅｘｔｉｎｇ ｍｅ | stop text messages
      Please stop messaging me. I am not a patient. | Pls stop txting me
      Quit texting me you have the wrong number | STOP SENDING ME MESSAGES
      My baby died. Please stop sending these. | I miscarried stop texting me | can you please stop texting me?
      will you stop texting me | why won't you stop texting me | When will you stop texting me
      how do I make you stop texting me | Stop bugging me | stop blowing up my phone | Stop hitting me up
      stop writing me | stop writing to me | stop using my number | please stop texting, I'm bleeding a lot
      stop texing me | stop sending me texts | stop sending texts to my phone | Stop sending stuff
      quit sending me these messages | please refrain from texting me | I'm having contractions stop texting me
      u need to stop texting me | hey quit texting me | stop calling and texting me | stop calling and texting
      stop reminding me | got my shots already please stop reminding me | stop txtin me | stop sendin me txts
      STOPTEXTINGME | stoptexting me | please stoptexting me | stp texting me | Stap texting me | St0p texting me
      s top texting me`,
    spares: `
      my cousin asked me to stop texting him | he said stop texting me | he told me to stop texting my sister
      I need to stop texting so late sorry | let me stop texting, baby is crying
      Do you stop texting after birth? | don't stop texting me | please don't stop sending me messages
      did you stop texting me | why did you stop texting me? | I will stop texting you now
      i'll stop bothering you | my ex won't stop texting me | hope you don't stop texting me
      I don't want you to stop texting me | if I stop texting call my mom | dont you dare stop texting me
      I hate when they stop texting | my bleeding wont stop text me | my bleeding won't stop please message me`,
  },
  "en-stop-texts": {
    fires: `
      your texts need to stop | please stop this text | I want these texts to stop | make the texts stop
      make these messages stop please | how do I stop these texts | cancel my texts | cancel my subscription
      cancel all messages | end these messages | end the texts please | turn off these notifications
      please stop with the texts | stop with these messages | stop messages | stop texts | discontinue texts
      stop the text messages please | please stop these reminders | Stop the reminders | stop all texts
      stop all messages | please end all text messages | end texts | cancel these texts
      stop with the messages already | please discontinue these messages | stop your texts | STOP your messages!
      I want to stop receiving these messages | I would like to stop receiving texts
      I'd like to stop getting texts please | how do I stop getting these texts | How do i stop messages?
      can I stop these texts | is there a way to stop these messages
      Stop these texts to my phone I can't breathe | I want to stop getting these | can I stop getting these?
      I want to stop these | How do I stop these? | How do I get these to stop | make them stop
      please make these stop | when will these texts stop | will these texts ever stop | turn off text alerts
      deactivate texts | stop w/ the texts | quit it with the messages | Knock it off with the texts
      I hate these texts stop`,
    spares: `
      can you stop the texts at night | Please do not cancel my texts | Please never stop these messages
      my texts stop coming in | the messages stop at 5 | When do the messages stop? | why did the texts stop
      I stopped getting your texts | cancel my subscription to the vitamins | stop alerts on my glucose monitor
      at the end of the month | weekend messages ok | end of pregnancy | Don't make the texts stop
      I do not want the texts to stop | I hope the texts don't stop | please make the pain stop
      make it stop please`,
  },
  "en-all-contact": {
    fires: `
      stop contact | no further contact | no contact please | stop all contact | do not contact
      stop all communication | cease and desist | cease all contact | cease communication immediately
      please stop txt`,
    spares: `
      no contact lenses | no contact with him order | restraining order no contact | I'm in contact with covid
      Contact me`,
  },
  "en-no-more-texts": {
    fires: `
      no more texts | enough texts | Enough with the texts already | no texts please | no further messages
      No more messages please | no more text | No more text messages to this number | No more reminders
      dont send me no more messages | Dont want no more texts from u | Pls no more msgs | no more of these texts`,
    spares: `
      I got no texts | there are no more messages | why no more texts? | not enough texts about diet
      I got your texts no more questions | do you have more messages for me | No more texting and driving lol
      no texts today yet | no more fever | enough formula`,
  },
  "en-text-no-more": {
    fires: `
      text me no more | message me no more`,
    spares: `
      text me no later than 5 | no more than 2 | Text me no more than once a week`,
  },
};
