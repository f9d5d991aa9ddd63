import { describe, expect, test } from "vitest";
import { keywordOf } from "./keyword";
import { stopWording } from "./wording";
import { english } from "./wording-rules-en";
import { spanish } from "./wording-rules-es";
import { chinese } from "./wording-rules-zh";

/** For each rule what it must hear, and what lies near and must not be heard; texts stand between bars. */
type Table = Record<string, { fires: string; spares: string }>;
const listed = (texts: string): string[] =>
  texts
    .split(/[|\n]/)
    .map((text) => text.trim())
    .filter(Boolean);

const englishWording: Table = {
  "en-stop-texting": {
    fires: `
      please stop texting me | kindly cease messaging | stop texting me I can't breathe
      STOP TEXTING ME!!! my baby is not moving | Can't breathe. Stop texting me | quit messaging this number
      stop sending me these | please stop sending messages to this phone | stop contacting my wife
      stop text me | Stop texting my number | if you don't stop texting me I will report you
      You won't stop texting me | stop bothering me | stop harassing me | stop spamming me
      Please stop calling me | s t o p texting me | stopp texting me | STOOOP TEXTINGGG MEEE | ｓｔｏｐ ｔｅｘｔｉｎｇ ｍｅ
      stop text messages | Please stop messaging me. I am not a patient. | Pls stop txting me
      Quit texting me you have the wrong number | STOP SENDING ME MESSAGES
      My baby died. Please stop sending these. | I miscarried stop texting me
      can you please stop texting me? | will you stop texting me | why won't you stop texting me
      When will you stop texting me | how do I make you stop texting me | Stop bugging me
      stop blowing up my phone | Stop hitting me up | stop writing me | stop writing to me
      stop using my number | please stop texting, I'm bleeding a lot | stop texing me | stop sending me texts
      stop sending texts to my phone | Stop sending stuff | quit sending me these messages
      please refrain from texting me | I'm having contractions stop texting me | u need to stop texting me
      hey quit texting me`,
    spares: `
      my cousin asked me to stop texting him
      he said stop texting me | he told me to stop texting my sister | I need to stop texting so late sorry | let me stop texting, baby is crying
      Do you stop texting after birth?
      don't stop texting me | please don't stop sending me messages | did you stop texting me
      why did you stop texting me? | I will stop texting you now | i'll stop bothering you
      my ex won't stop texting me | hope you don't stop texting me | I don't want you to stop texting me
      if I stop texting call my mom | dont you dare stop texting me | I hate when they stop texting
      my bleeding wont stop text me | my bleeding won't stop please message me`,
  },
  "en-stop-texts": {
    fires: `
      your texts need to stop | please stop this text
      I want these texts to stop | make the texts stop | make these messages stop please
      how do I stop these texts | cancel my texts | cancel my subscription | cancel all messages
      end these messages | end the texts please | turn off these notifications | please stop with the texts
      stop with these messages | stop messages | stop texts | discontinue texts
      stop the text messages please | please stop these reminders | Stop the reminders | stop all texts
      stop all messages | please end all text messages | end texts | cancel these texts
      stop with the messages already | please discontinue these messages | stop your texts
      STOP your messages! | I want to stop receiving these messages | I would like to stop receiving texts
      I'd like to stop getting texts please | how do I stop getting these texts | How do i stop messages?
      can I stop these texts | is there a way to stop these messages
      Stop these texts to my phone I can't breathe`,
    spares: `
      can you stop the texts at night
      Please do not cancel my texts | Please never stop these messages | my texts stop coming in
      the messages stop at 5 | When do the messages stop? | why did the texts stop
      I stopped getting your texts | cancel my subscription to the vitamins
      stop alerts on my glucose monitor | at the end of the month | weekend messages ok | end of pregnancy`,
  },
  "en-all-contact": {
    fires: `
      stop contact
      no further contact | no contact please | stop all contact
      do not contact | stop all communication | cease and desist | cease all contact
      cease communication immediately | please stop txt`,
    spares: `
      no contact lenses | no contact with him order | restraining order no contact | I'm in contact with covid
      Contact me`,
  },
  "en-no-more-texts": {
    fires: `
      no more texts | enough texts | Enough with the texts already | no texts please | no further messages
      No more messages please | no more text | No more text messages to this number | No more reminders
      dont send me no more messages | Dont want no more texts from u | Pls no more msgs
      no more of these texts`,
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
  "en-dont-text": {
    fires: `
      do not call this number | don't write me anymore | you should not text me
      pls dont sent me any more msgs
      wrong person, don't text here | please don't text me anymore | do not contact me
      Do not text or call me | never text me again | dnt txt me | plz dont text this number no more
      no need to text me anymore | you dont need to text me anymore
      Please do not send me any more text messages | dont send me anything else
      I lost my baby dont text me about this anymore | don't message me | Don’t contact me again
      DO NOT TEXT ME AGAIN | Do not text this number | do not send messages to this phone
      don't ever text me again | dont ever contact me | Please don't contact me any more
      don't text or call me | don't call or text | do not call me anymore | don't text my mom about this
      do not text my husband | Do not call or text my husband | dont txt me | never contact me again
      do not ever contact me again | don't keep texting me`,
    spares: `
      do not send the texts in english
      don't text me before 9 | do not text me at work | please don't text me at night
      dont text me until Monday | don't call me I'm at work text me | why don't you text me
      you never text me back | you don't text me anymore | if you don't text me I will come in
      Don't forget to text me | don't hesitate to contact me | please don't call, text me
      don't send anything to the pharmacy yet | do not send my records to Dr Smith
      my back don't bother me anymore | dont text while driving | I can't text right now`,
  },
  "en-dont-want-texts": {
    fires: `
      I didn't ask for this message
      I don't wanna get these anymore
      i never signed up for this | I didn't sign up for these texts | I don't want your messages
      i dont want to get these texts anymore | I no longer wish to receive text messages
      don't want you texting me | I don't want to be contacted | Not interested in these messages
      I don't want any more texts | I don't want text messages | I dont want no texts
      i do not want to be texted | I do not wish to be contacted anymore | I don't want you to text me anymore
      I do not want you guys messaging me | I didn't agree to get texts | I never asked for these messages
      Do not want texts | don't want texts | I do not need these reminders | dont need no messages
      I don't need your texts`,
    spares: `
      I don't want texts in english
      I don't want to miss your messages | I did not ask for the refill | I don't want to be late
      I don't understand these messages | I didn't get a text about my visit | i dont want to bother you
      I did not subscribe to WIC | I'm not interested in the vaccine | I do not see the message
      I need more texts`,
  },
  "en-remove-me": {
    fires: `
      Please remove it from your list. | I want out of this texting program
      remove me | take me off the list | How do I get off this list? | I want off this list
      take my number off your list | get me off this list | please remove me from this list | Take me off
      Take me off this please | this is the wrong number please remove me
      Kindly remove my number from your database | please remove my name and number from your list
      Take us off your list | Take this number off your list | Get me off your texting list
      Can you take me off of this list please | could you please remove me from the text list
      I would like to be removed from this list | I want to be removed from your list
      I wish to be taken off the list | we lost the baby please remove me | Delete me | Take my name off
      No thank you. Please remove. | Kindly take me out of your list | Please delete me from your system
      delete me from this | remove me from this | remove me from your contacts | remove me from everything
      take my phone off your list | I asked to be taken off this list`,
    spares: `
      did he take me off the list
      take me off the weight loss program | can you take it off my bill
      don't remove me from the list | please don't take me off the list | take me off the pill
      take me off the waiting list | Please remove me from the schedule on Monday | take me off this medicine
      I want off this medication | Remove me and my son from Dr Lee's appointment
      did you remove me from my insurance | take aspirin off my list | get me on the list
      take me off the list for Tuesday | remove stitches | remove me from the vaccine list`,
  },
  "en-lose-number": {
    fires: `
      take my number out of your phone
      lose my number | delete my number | remove my phone number from your system | remove this number
      I'm going to report this number | remove my number please | I'm blocking this number | lose this number
      forget my number | erase my number | delete my info`,
    spares: `
      I lost my number | I will lose my number next week | my number changed | Do you have my number
      how do I block my number | delete my information from the form | remove my info from the old chart
      i will report you the numbers | i will block you off time on friday | my phone is blocking your number`,
  },
  "en-leave-alone": {
    fires: `
      get lost | get off my phone
      leave me alone | go away | fuck off | Leave me alone please | just leave me alone already
      I want to be left alone | stop stop stop leave me alone | I'm bleeding and leave me alone
      Chest pain! Leave me alone | plz leave me be`,
    spares: `
      they leave me alone | the cramps never leave me alone
      he left me alone | dont leave me alone | he hits me and wont leave me alone
      I don't want to be left alone in the hospital | home alone | will the pain go away?
      when will the rash go away | leave me a message | going away for the week`,
  },
  "en-revoke": {
    fires: `
      you text me with no permission to text me | I revoke
      I do not consent to these messages | I revoke my consent | I withdraw my consent
      I didn't give you permission to text me | you don't have my permission to text me
      I did not consent to text messages | I don't consent to being texted | I do not consent
      I hereby revoke consent to be texted | revoke all consent | You do not have permission to contact me`,
    spares: `
      I need to cancel my consent form visit
      I don't consent to the c-section | I do not consent to the surgery | revoke my consent for the procedure
      you have my consent to text me | I give you permission to text me | consent form signed
      I didn't sign the consent | my license was revoked | withdraw blood | cancel permission slip`,
  },
  "en-opt-out": {
    fires: `
      opt out of this
      I want to opt out | opt me out please | please opt me out | Opt out of texts | I'd like to opt-out
      how can I opt out | I opt out | Im opting out of your texts`,
    spares: `
      please opt me out of the genetic testing
      I want to opt out of the vaccine | can I opt out of genetic testing | opt out of the glucose test
      what is opt out | opt in`,
  },
  "en-unsubscribe": {
    fires: `
      unsubscribe me | how do i unsubscribe? | UNSUB | i wanna unsubscribe from this
      How can I unsubscribe from these texts? | pls unsub me from this`,
    spares: `
      I accidentally unsubscribed | I did not mean to unsubscribe | unsubscribed by accident`,
  },
  "en-please-stop": {
    fires: `
      no thanks stop | Wrong number please stop | I want you to stop | You keep texting me. Please stop.
      would you please stop | can you stop | you need to stop | you people need to stop`,
    spares: `
      please stop by the clinic | Please stop by at 5 | please make it stop | please stop the pain
      please stop my aspirin | do I need to stop | said I have to stop | do you want me to stop
      please stop my birth control refills | the baby won't stop crying please`,
  },
  "en-stop-it": {
    fires: `
      reply stop | Text STOP to opt out | STOP to end | stop 2 end
      stop it | stop this | ok stop | who gave you permission to text me? stop it | stop everything
      stop it already | no stop | yes stop | hey stop | stop these`,
    spares: `
      stop it? | should I stop it | How do I stop it | how to stop it from hurting | I quit
      it hurts make it stop | i want to quit smoking`,
  },
  "en-stop-first": {
    fires: `
      STOPALL. Wrong person
      Stop. I lost the baby. | STOP, wrong number | stop wrong number | stop i am not maria
      please stop i am not pregnant | opting out | Stop. Who is this? | Stop!! im not Ana
      STOP, I have chest pain`,
    spares: `
      stop by the clinic | stop date of the pills | stop the bleeding | stop taking the metformin | stop over
      stop eating sugar, text me tips`,
  },
  "en-said-stop": {
    fires: `
      Replying STOP doesn't work
      i already said stop | I told you to stop | I texted STOP and you still text me | I said stop!
      Already told you to stop | I have asked you to stop | I replied stop twice`,
    spares: `
      My doctor said to stop | dr said stop aspirin | He says stop | you told me to stop | what if I text stop
      she didn't say stop | is it ok to stop`,
  },
  "en-fed-up": {
    fires: `
      im tired of these texts | sick of getting your texts | you are harassing me | This is harassment`,
    spares: `
      I'm tired of these cramps | sick of being pregnant | fed up with the pain | My neighbor is harassing me
      harassed at work | im done with the antibiotics`,
  },
  "en-no-more": {
    fires: `
      no more | enough already | Enough is enough`,
    spares: `
      no more than 2 | No more bleeding | No more kids | I have had enough sleep | enough milk`,
  },
  "en-near-word": {
    fires: `
      atop | sto | unsubscribed | info stop
      stops | stoop | STP | STOP HELP`,
    spares: `
      step | shop | atop the stairs | bus stops | it stops`,
  },
};

const spanishWording: Table = {
  "es-dejar-de-mandar": {
    fires: `
      dejen de estar mandando mensajes
      dejen de mandarme mensajes | deje de escribirme | dejen de molestarme | paren de mandar mensajes
      para de mandarme mensajes | por favor dejen de enviar textos | quiero dejar de recibir mensajes
      deja de mandarme mensajes | dejen ya de molestar | dejen de enviarme textos
      Deje de mandar mensajes a este número | como hago para dejar de recibir mensajes`,
    spares: `
      dejen de mandar las pastillas a esa farmacia
      no dejen de mandarme mensajes | dejé de recibir sus mensajes | dejé de tomar la pastilla
      puedo dejar de tomar hierro | quiero dejar de fumar | no para de llorar | quiero parar de fumar
      dejar de amamantar`,
  },
  "es-no-me-mande": {
    fires: `
      favor de no molestar
      ya no me manden mensajes | no me mande nada | ya no me escriban | no me escriba más | no me manden nada
      No me envíen mensajes | no me molesten más | numero equivocado no manden mensajes
      número equivocado, no me escriban | no escriban aquí | no manden más mensajes a este número
      ya no manden | no vuelvan a escribirme | no sigan mandando mensajes | no me siga escribiendo
      favor de no mandar mensajes | por favor no mandar más mensajes | no me llame más | no me textee
      perdí al bebé, ya no me manden mensajes | no me mande mensajes no puedo respirar
      no me manden mensajes, tengo mucho sangrado | ya no me manden textos por favor
      Ya no me manden más mensajes a este teléfono | NO ME MANDEN MENSAJES | no mande mas mensajes
      no mandes mas mensajes | no manden mensajes | No me mandes nada | ya no envíen mensajes
      no enviar más mensajes | no me escriban, número equivocado | persona equivocada no escriban aqui`,
    spares: `
      ojalá no me manden nada | no me manden más exámenes
      ya no me mandan mensajes | por qué ya no me mandan mensajes | ya no me manda mensajes
      no me manda la receta | no me mande el medicamento a esa farmacia | no me mande la receta a Walgreens
      no me mande a otro doctor | no me mande mensajes por la noche | no me escriban antes de las 9
      no me llame, mándeme un texto | no me molesta | si no me mandan mensajes voy
      espero que no me manden al hospital | no me envió el mensaje`,
  },
  "es-no-quiero-mensajes": {
    fires: `
      ya no quiero mensajes | no quiero recibir mensajes | no quiero que me manden mensajes
      no quiero que me escriban | no autorizo mensajes | no pedí estos mensajes | no me interesan sus mensajes
      no necesito sus mensajes | no quiero más textos | ya no deseo recibir mensajes | no deseo ser contactada
      No deseo recibir más mensajes de texto | ya no quiero que me manden nada de mensajes
      ya no quiero sus mensajes me siento mal`,
    spares: `
      no quiero mensajes en inglés
      no quiero perder sus mensajes | no quiero la vacuna | no quiero que me operen | no necesito cita
      no me interesa la vacuna | no quiero más hijos | no entiendo el mensaje`,
  },
  "es-no-mas-mensajes": {
    fires: `
      Ya no más | no más
      no más mensajes | no mas mensajes por favor | basta de mensajes | ya basta | basta
      ya basta de mensajes | no mensajes por favor | ya estuvo con los mensajes`,
    spares: `
      no más fiebre | no mas dolor | no hay más mensajes | no tengo mensajes | no recibí ningún mensaje
      basta con una pastilla | no más una pregunta | ya no`,
  },
  "es-parar-mensajes": {
    fires: `
      ya pare
      ya párenle con los mensajes | quiero cancelar los mensajes | cancelen los mensajes | paren los mensajes
      detengan los mensajes | cancelar suscripción | ya párenle | ya paren por favor | paren con los mensajes
      párele con los mensajes | cancelar mensajes | cancelen mis mensajes | quiero parar los mensajes
      como paro los mensajes | cómo cancelo los mensajes | quiero que paren los mensajes | stop mensajes
      alto a los mensajes | cómo cancelo mi suscripción | paren`,
    spares: `
      no paren los mensajes | cuando paren los mensajes avisen | que pare el dolor | el sangrado no para
      quiero cancelar mi cita | cancele mi cita por favor | parar la hemorragia
      los mensajes son para mi mamá | cancelar cita`,
  },
  "es-sacar-de-la-lista": {
    fires: `
      sáquenme de la lista | quítenme de la lista | quiero salir de la lista | bórrenme de su lista
      quite mi número de su lista | elimine mi nombre de la lista | saquenme de aqui
      me quitan de la lista por favor | me puede sacar de la lista | quiero que me saquen de la lista
      Por favor quíteme de su lista | sáqueme de la lista por favor | sáquenme de esta lista
      elimínenme de la lista | borre mi número de su sistema`,
    spares: `
      no me quiten de la lista | no me saquen de la lista | me sacaron de la lista de espera
      quítenme de la lista de espera | me puede quitar de la lista de espera | sáquenme una cita
      sáquenme la muela | quitarme los puntos | sáqueme de la lista de cirugías | cuando salga de la lista`,
  },
  "es-mi-numero": {
    fires: `
      borren mi número | los voy a reportar | borrar mi número | he bloqueado no; los voy a bloquear`,
    spares: `
      perdí mi número | voy a perder mi número | no borren mi número | olvidé mi número de seguro
      no olvide mi número | borre mi cita`,
  },
  "es-dar-de-baja": {
    fires: `
      quiero la baja de los mensajes
      quiero darme de baja | darme de baja | denme de baja por favor | quiero que me den de baja
      deme de baja de los mensajes | darme de baja de esta lista`,
    spares: `
      ¿me puede dar de baja por embarazo?
      dada de baja del seguro | me dieron de baja del seguro | quiero darme de baja del seguro
      de baja por maternidad | dar de baja a mi esposo del seguro | me di de baja del gimnasio
      la presión baja | baja presión | estoy de baja`,
  },
  "es-dejar-en-paz": {
    fires: `
      quiero que me dejen en paz
      déjenme en paz | dejame en paz | no molesten | déjenme tranquila`,
    spares: `
      quiero que el dolor me deje en paz
      no me deja en paz el dolor | el niño no me deja en paz | no me dejen sola | el dolor no me molesta
      déjeme un mensaje | déjenme saber`,
  },
  "es-revocar": {
    fires: `
      no consiento recibir mensajes
      revoco mi consentimiento | no doy permiso para mensajes | no tienen mi permiso para mandarme mensajes
      no les doy permiso de mandarme mensajes | retiro mi consentimiento`,
    spares: `
      no doy permiso para la vacuna | no doy mi consentimiento para la cirugía | no autorizo la operación
      el médico me retiró el permiso | permiso de trabajo | retiro de puntos`,
  },
  "es-desuscribir": {
    fires: `
      desuscribirme | quiero desuscribirme de esto | quiero anular la suscripción`,
    spares: `
      no me quiero desuscribir | nunca me desuscribí`,
  },
  "es-near-word": {
    fires: `
      cancela | cancele | detengan
      cancelen | detener`,
    spares: `
      cancelaron | cancelado | cancelar el transporte | se cancela la cita | detener el sangrado`,
  },
};

const chineseWording: Table = {
  "zh-bie-fa": {
    fires: `
      不要再给我发 | 不要用短信骚扰我
      不要再给我发短信了 | 别再发短信给我 | 别给我发短信 | 不要再發短信給我 | 請不要再傳簡訊給我 | 请停止发送短信 | 停止发短信 | 停止發送訊息 | 打错了,别再发了 | 发错人了，不要再发
      不要再来短信了 | 别发了 | 不要再发短信给我，我喘不过气 | 请不要给我发短信 | 請勿再傳訊息 | 請停止傳送簡訊 | 请停止给我发信息 | 不要再發了 | 别再发了 | 别再发信息了
      別再傳簡訊給我 | 不要发这些短信`,
    spares: `
      如果停止发短信我怎么办
      不要停止发短信 | 别忘了给我发短信 | 请给我发短信 | 不要给我先生发短信 | 晚上不要给我发短信 | 为什么不给我发短信了 | 不要发烧就好 | 宝宝不发烧了`,
  },
  "zh-bie-lianxi": {
    fires: `
      不要再联系
      别联系我 | 不要联系我了 | 請勿打擾 | 别烦我 | 不要再打扰我 | 停止联系我 | 不要再联系我 | 不要再给我打电话了 | 不要骚扰我 | 请不要打扰`,
    spares: `
      不要找我先生 | 联系我先生 | 你们不要忘记联系我 | 别担心 | 烦躁 | 别给我打针`,
  },
  "zh-tingzhi-fa": {
    fires: `
      把这些短信停了
      取消短信 | 停止发送 | 取消订阅短信 | 如何取消短信 | 怎么取消短信 | 停发短信`,
    spares: `
      停止吃药 | 取消预约 | 我要取消明天的预约 | 停药 | 停止服药可以吗 | 什么时候停止出血 | 停止哺乳`,
  },
  "zh-tuiding": {
    fires: `
      我要退出名单
      退订短信 | 我要退订 | 我想退訂 | 请帮我退订 | 怎么退订`,
    spares: `
      没有退订 | 我不想退订 | 退烧了 | 我想取消订单`,
  },
  "zh-buxiang-shou": {
    fires: `
      不想再被打扰 | 不想你们再联系我
      不想再收到短信 | 我不想收到你们的短信 | 不需要这些信息 | 我没有同意你们发短信 | 不要短信 | 拒绝接收短信 | 不想收短信 | 我不想再收到你們的簡訊 | 我不需要你们的短信
      不同意你们给我发短信 | 我不同意接收短信 | 我没有订阅这些短信`,
    spares: `
      没有收到短信 | 我没收到你们的短信 | 不想错过短信 | 不想去医院 | 不同意手术 | 没有订阅的药 | 不需要预约`,
  },
  "zh-shanchu": {
    fires: `
      我会举报你们
      把我从名单上删除 | 请把我的号码删除 | 删除我的号码 | 刪除我的電話號碼 | 从名单中删除我 | 把我移除 | 請把我從名單移除 | 请删除我的手机号`,
    spares: `
      把我从候诊名单上删除 | 删除我的预约 | 我的号码换了 | 别人的号码`,
  },
  "zh-chehui": {
    fires: `
      我没有授权你们联系我
      我撤回同意 | 撤回我的同意`,
    spares: `
      我撤回手术同意书 | 手术同意书 | 授权书 | 我同意`,
  },
  "zh-td": {
    fires: `
      TD | TD.`,
    spares: `
      TD疫苗 | Td vaccine`,
  },
};

// What patients write all day.
const clinicTalk = `
  don't stop | can't stop coughing | cancel his 10am | quit dairy | the call was cut, text me
  I stopped my pills, text me | can you text me when the doctor stops by | I never got your message
  text me anytime | yes please text me | what time does the bus stop | the bus stop by the clinic is closed
  Where do I stop for parking | should I stop taking the pills | Can I stop the iron pills?
  the doctor told me to stop the medicine | When does the bleeding stop? | he won't stop crying
  she won't stop vomiting | I quit smoking | quit smoking texts helped me | my insurance ends Friday
  cancel my appointment | please cancel my visit tomorrow | can you cancel the 3pm
  when can they remove my stitches | remove my IUD | can I remove the bandage
  remove me as emergency contact from my sister's chart | I have no messages from you
  i don't want to come in | no more pills left | no more vomiting today | I have no more contractions
  the nurse said stop eating salt | stop the car | I can't quit | help me quit | Stop at 5?
  she stopped breathing | the cramps stopped | Did the baby stop moving? | Pain stops when I sit
  send me the list | I'm on the list | is my number on the list | delete the 9am visit | No | no thanks
  not now | Can you text my husband instead | text my mom | call me | call me, don't text
  Does texting stop my calls | I have no texting plan | Please remind me again | cancel the ride
  the ride was a no show please call | I can't stop the itching, message me | how do I stop the nausea
  How do I stop this rash from itching | help me stop vomiting | i got a message from the lab | is this spam
  who is this | wrong number | How do I stop breastfeeding | when can I stop prenatal vitamins
  stop smoking program | quit my job lost insurance | I end up in ER last night | remove the staples
  end my pregnancy | Nonstop headache | non stop bleeding | No more appointments this week?
  can you unsend that | I need you to text me | keep texting me please | please keep sending messages
  I like your texts | thanks for the texts | I'm driving stop light | stop sign on main st
  I'm at the last stop | what stop do I get off | Get off at what stop | I need to get off work first
  I want off work note | I got off the list of hospitals | How do I get on the list
  I want out of the hospital | remove my tonsils | can you remove the mole | can they remove it
  can you take it off my bill | take me off bed rest | she took me off the medication
  doctor took me off it | when can I get off the meds | no end in sight | on the other end
  the tail end of it | end date of my coverage | When does it end | when does my coverage end?
  My shift ends at 5 | cancelled my appointment | canceled | I cancelled
  cancel the 9:30 and text me the new time | cancel that | cancel it please | I have to cancel
  I need to cancel tomorrow, text me a new time | need to cancel | can we cancel and move to Tuesday
  cancer screening | my mom has cancer | I have no pain anymore | don't worry | don't know
  do not resuscitate | I do not have a ride | don't have a car, text me the bus info
  I don't have a phone at night so text me by day | never mind | never got a text
  I never received the text | not getting your messages | Why am I not getting messages
  no message received | I get no texts | i dont understand your message | I don't have messages turned on
  I can't open the message | i dont read texts well call me | I don't know how to text
  don't call me before 8 | do not call my husband | don't call my work
  please don't send the prescription to CVS | don't send me to that hospital
  if i stop bleeding should i text | once I stop nursing | I will stop by | I'll stop in tomorrow
  can I stop in | I stop at noon | stop watch | full stop | heart stop | one stop shop | stop loss
  stops hurting when i rest | it won't stop | it doesn't stop | I can't make it stop
  her nose will not stop bleeding please call me | Please stop my insulin?
  please stop my appointments with Dr Ray | I quit drinking | want to quit vaping text program
  help me quit smoking | quit line number | tried to quit | not enough milk | is it enough
  I've had enough of this pain | he had enough to eat | revoke power of attorney | do I need consent
  I consent | does my husband need to consent | block my calendar | nerve block | phone blocked you sorry
  sorry i blocked you | I lost your number | what is your number | you have my number wrong
  spam filter ate your text | this is not spam right? | he keeps texting me
  my ex keeps messaging me can I talk to someone | tell him to stop hitting me
  my husband won't stop hitting me | Please stop him | He won't leave me alone | I need him to stop
  I am sick of him | please leave a message | leave a voicemail | I'll leave alone the rash | i feel alone
  I go away Friday | go away party | Will this go away | contact my sister | No further questions
  no further bleeding | no more ibuprofen | im done | tired of waiting | tired of taking these pills
  I have too many messages | text stop works? | Don't stop! I love these | never stop texting me
  My reminders stop coming | Your texts stopped | did the reminders stop
  I can't get texts to stop buzzing loud | texts stop working on my phone
  I don't get these messages until late | i don't want to bother you | sorry to bother you
  dont bother with the ride | it doesn't bother me anymore | the pain does not bother me anymore
  I do not contact him | do not contact my ex | please do not contact my parents | I'd like to stop the pill
  I would like to end the pregnancy | end the visit | cancel the shot | stop my subscription for diapers
  am I off the list | please take that med off my list | please add me | I'd like to leave this number
  this number is my moms | new number who dis | the alerts on my phone don't stop
  how do I turn off alerts on my phone | you want me to stop the shots? | Do I have to stop
  you said to stop metformin | ok to stop? | Should I stop it? | stop them | can I stop them
  stop at the pharmacy | stop me if I'm wrong | I say stop and he keeps going | no means no
  leave us a message | leave me the number | let me alone know | Go ahead | done with chemo | I'm done
  no texting plan | no text needed to confirm? | no text came | no message came | that is enough
  report my blood sugar | I'm going to report you my blood pressure | report this to the nurse
  i didn't sign up for WIC yet | I never signed up for insurance | I did not sign up for this class
  i didn't ask for this to happen | I don't agree with the doctor | I do not authorize the release
  I do not want more kids | not interested | I don't like needles | I don't want this shot
  I no longer want the IUD | I no longer need the ride | no longer pregnant
  I no longer have a phone, text my mom | Can I be removed from his insurance | withdrawal symptoms
  you have permission to text
  para mi niña | alta presión | no me llegó el mensaje | cancelar la cita de mañana
  me dieron de baja del Medicaid | tengo la presión baja | presión alta | salario bajo | baja de peso
  mi niña no para de vomitar | el dolor no para | ¿cuándo paro la medicina? | no me llegan mensajes
  mándeme un mensaje | no puedo contestar llamadas mande texto | me van a sacar sangre | no quiero ir
  ya no sangro | no consiento la cirugía | el bebé no me deja dormir | para mi | para mañana | alta médica
  me dieron de alta | el alto costo | esta muy alto | ayuda con el seguro | ayuda me duele | info de la cita
  inicio de clases | fin | si | no | cancelaron mi cita | suspender el medicamento | ¿suspendo la pastilla?
  el consultorio está para la derecha | no sé por qué me mandan mensajes | mi mamá ya no recibe mensajes
  ya no recibo mensajes | ya no me llegan los mensajes | no me llegaron mensajes | no me ha mandado mensaje
  mande los mensajes a este número | no quiero la cita | no quiero que me hagan cesárea
  no necesito transporte | no me gustan las inyecciones | baja California | la fiebre baja | ya baja
  dar de baja el seguro | baja médica | vivo en la planta baja | salir de la lista de espera
  perdí mi celular | déjame ver | dejen un recado | para qué son los mensajes | pare aquí
  la parada del bus | parar en la clínica | ¿puedo parar las pastillas? | no basta | nomás quiero saber
  suspendieron mi Medicaid | terminé mis pastillas | quita el dolor | quiten el yeso | quítenme el dolor
  no manden a mi niña a la escuela | no me marque, mande texto | no me llamen antes de las 9
  por favor no llame, mande mensaje | el enfermero me dijo que parara la pastilla | no sigo el mensaje
  como le mando mensajes | recordatorios por favor | cancelan
  血停不下来 | 停车 | 停车场在哪里 | 开始发烧 | 需要帮助 | 帮助我 | 不用药可以吗 | 停了 | 够了 | 别停 | 不能停止服药 | 短信收到了 | 我没看到短信 | 请再发一次短信
  请发短信给我 | 可以发短信给我先生吗 | 我不要打针 | 不需要翻译 | 不用了谢谢 | 退休 | 取消吧明天的预约 | 删除预约 | 从医院出来 | 停经 | 月经停了 | 怎么停止母乳 | 胎动停止了
  胎心停止 | 不要告诉我先生 | 不要告诉我妈妈 | 我很烦 | 不要紧 | 再发一次 | 发烧了不要紧吧 | 别的医生 | 看不懂短信 | 短信看不懂`;

describe.each([
  ["English", english, englishWording],
  ["Spanish", spanish, spanishWording],
  ["Chinese", chinese, chineseWording],
] as const)("%s", (_, { rules }, table) => {
  test("each rule has at least two texts that it hears and two that it spares", () => {
    expect(Object.keys(table).sort()).toEqual(rules.map((rule) => rule.id).sort());
    for (const [id, { fires, spares }] of Object.entries(table)) {
      expect(listed(fires).length, id).toBeGreaterThanOrEqual(2);
      expect(listed(spares).length, id).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(Object.entries(table).flatMap(([id, { fires }]) => listed(fires).map((text) => [text, id])))(
    "“%s” is heard by %s",
    (text, id) => {
      expect(stopWording(text)).toEqual({ rule: id });
      expect(stopWording(text.toUpperCase())).toEqual({ rule: id });
      expect(stopWording(`🙏 ${text} 🙏`)).toEqual({ rule: id });
    },
  );

  test.each(Object.values(table).flatMap(({ spares }) => listed(spares)))("“%s” is not", (text) => {
    expect(stopWording(text)).toBeUndefined();
    expect(stopWording(text.toUpperCase())).toBeUndefined();
  });
});

test.each(listed(clinicTalk))("“%s” asks for nothing of the kind", (text) => {
  expect(stopWording(text)).toBeUndefined();
  expect(keywordOf(text)).toBeUndefined();
});

test.each([
  ["Thanks for the ride.\nPlease stop texting me", "en-stop-texting"],
  ["Hi, this is not Ana... remove me, please!", "en-remove-me"],
  ["I said “STOP” already", "en-said-stop"],
  ["ｒｅｍｏｖｅ ｍｅ", "en-remove-me"],
  ["re\u200bmove me", "en-remove-me"],
  ["Don\u2019t contact me", "en-dont-text"],
  ["Don´t contact me", "en-dont-text"],
  ["DÉJENME EN PAZ!!!", "es-dejar-en-paz"],
  ["No, me siento bien; ya no me manden mensajes", "es-no-me-mande"],
])("punctuation, lines and odd signs: %j", (text, rule) => {
  expect(stopWording(text)).toEqual({ rule });
});

test.each(["No, more texts please", "Ya no. Me mandan mensajes", "Stop the bleeding. Text me"])(
  "“%s” is not read across its clauses",
  (text) => {
    expect(stopWording(text)).toBeUndefined();
  },
);

test.each([
  "Liked “Valley Care: you will get no more texts from us. Reply START to get them again.”",
  'Loved "Reply STOP to stop texts"',
  "👍 to “Stop texts at any time: reply STOP”",
  "Reacted 👍 to “Reply STOP to stop our texts”",
  "Le gustó “Responda ALTO para parar los mensajes”",
  "I'm driving with Do Not Disturb turned on. I'll see your message when I get there. (I'm not receiving notifications.)",
])("what a phone writes by itself is no wish: %s", (text) => {
  expect(stopWording(text)).toBeUndefined();
});

test("a wish after a reaction is heard", () => {
  expect(stopWording("Disliked “See you at 3” stop texting me")).toEqual({ rule: "en-stop-texting" });
});

test("who asks at the beginning or at the end of a very long text is heard", () => {
  const filling = "my back hurts and the baby kicks. ".repeat(3_000);

  expect(stopWording(`stop texting me. ${filling}`)).toEqual({ rule: "en-stop-texting" });
  expect(stopWording(`${filling}stop texting me`)).toEqual({ rule: "en-stop-texting" });
  expect(stopWording(filling)).toBeUndefined();
});

// A pattern that goes back and forth would not come to an end on these.
test.each([
  "stop the ",
  "stop sending me us the your my from ",
  "dont want to get the ",
  "no quiero que me los sus mas ",
  "please ",
  "thank you ",
  "s t o p ",
  "不要再给我",
  "把你们的",
  "ya no me ",
  "a",
  "? ",
  "\ufdfa",
  "z\u0301",
])("100,000 signs of %j are judged", (piece) => {
  expect(stopWording(piece.repeat(100_000 / piece.length))).toBeUndefined();
});
