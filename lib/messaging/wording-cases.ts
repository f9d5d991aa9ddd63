/** For each rule what it must hear, and what lies near and must not be heard; texts stand between bars. */
export type Cases = Record<string, { fires: string; spares: string }>;

export const listed = (texts: string): string[] =>
  texts
    .split(/[|\n]/)
    .map((text) => text.trim())
    .filter(Boolean);

/** What patients write to a clinic about anything else. */
export const clinicTalk = `
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
