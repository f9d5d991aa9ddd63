import type { Cases } from "./wording-cases";

export const insistingCases: Cases = {
  "en-please-stop": {
    fires: `
      no thanks stop | Wrong number please stop | I want you to stop | You keep texting me. Please stop.
      would you please stop | can you stop | you need to stop | you people need to stop | wrong # stop
      You are annoying stop | i am not a patient there anymore stop`,
    spares: `
      please stop by the clinic | Please stop by at 5 | please make it stop | please stop the pain
      please stop my aspirin | do I need to stop | said I have to stop | do you want me to stop
      please stop my birth control refills | the baby won't stop crying please`,
  },
  "en-stop-it": {
    fires: `
      reply stop | Text STOP to opt out | STOP to end | stop 2 end | stop it | stop this | ok stop
      who gave you permission to text me? stop it | stop everything | stop it already | no stop | yes stop
      hey stop | stop these | okay stop | Seriously stop | for the last time stop | knock it off | discontinue
      How to stop | how do i stop this`,
    spares: `
      stop it? | should I stop it | How do I stop it | how to stop it from hurting | I quit
      it hurts make it stop | i want to quit smoking`,
  },
  "en-stop-first": {
    fires: `
      STOPALL. Wrong person | Stop. I lost the baby. | STOP, wrong number | stop wrong number
      stop i am not maria | please stop i am not pregnant | opting out | Stop. Who is this? | Stop!! im not Ana
      STOP, I have chest pain | STOP - Maria | STOP -John | STOP 4155550142 | STOP for 415-555-0142
      stop this is my work number | Stop this number is for work | Stop not interested | stop u have wrong number
      stop please im tired | stop ok`,
    spares: `
      stop by the clinic | stop date of the pills | stop the bleeding | stop taking the metformin | stop over
      stop eating sugar, text me tips | I'm not asking you to stop | Stop 5 | stop sign on main | stop insulin?`,
  },
  "en-said-stop": {
    fires: `
      Replying STOP doesn't work | i already said stop | I told you to stop | I texted STOP and you still text me
      I said stop! | Already told you to stop | I have asked you to stop | I replied stop twice
      how many times do I have to say stop | What part of stop don't you understand`,
    spares: `
      My doctor said to stop | dr said stop aspirin | He says stop | you told me to stop | what if I text stop
      she didn't say stop | is it ok to stop | I never told you to stop | I did not text STOP
      i said stop and he didn't`,
  },
  "en-asked-before": {
    fires: `
      I already opted out | I opted out already | i unsubscribed and still get texts | I asked to be removed
      I asked not to be texted | I asked not to be contacted | Told you not to text me | I said not to text me
      You still haven't stopped texting me | why haven't you stopped texting me`,
    spares: `
      I never asked to be removed from the list | I haven't opted out | why was I unsubscribed
      I got unsubscribed somehow | I opted out of the glucose test | Can I opt out of the study
      I asked to be removed from the schedule | My doctor said not to text while driving
      I said not to text me at night | he still hasn't stopped texting me`,
  },
  "en-fed-up": {
    fires: `
      im tired of these texts | sick of getting your texts | you are harassing me | This is harassment`,
    spares: `
      I'm tired of these cramps | sick of being pregnant | fed up with the pain | My neighbor is harassing me
      harassed at work | im done with the antibiotics | I'm not tired of your texts
      I'm not sick of these messages lol`,
  },
  "en-no-more": {
    fires: `
      no more | enough already | Enough is enough`,
    spares: `
      no more than 2 | No more bleeding | No more kids | I have had enough sleep | enough milk`,
  },
  "en-near-word": {
    fires: `
      atop | sto | unsubscribed | info stop | stops | stoop | STP | STOP HELP`,
    spares: `
      step | shop | atop the stairs | bus stops | it stops`,
  },
};
