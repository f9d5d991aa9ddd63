/** What patients write on other days: nothing above a review, and mostly nothing at all. Texts stand between bars. */
export const harmlessTexts: Record<"en" | "es" | "zh", string> = {
  en: `
    Yes | no | ok thank you | can I come Tuesday at 3? | my chest freezer broke | the baby is sleeping
    I'm starving lol | thanks so much | wrong number | the bus was so late I nearly died
    what time is my appointment | I need a ride to the clinic | my phone died sorry | do you take Medicaid
    who is this | the water heater broke so I'm running late | can you send the address again
    im at room 911 | I live at 911 Oak St | suite 102 right? | I am 38 weeks | 38 weeks today | she is 38
    I'll be 39 in May | baby is doing great, eating well | baby gained 2 lbs | she weighs 10.4 lbs
    he is 101 days old | Exit 102? | the bill was $101 | my feet are killing me
    these shoes are killing me lol | dying to meet the baby | that video had me dying laughing | lol im dying
    you guys are the best | can my husband come with me | is parking free | I can't come tomorrow
    I can't make it | cant find the door | I can't see you Tuesday | I missed the call, call me back
    please call me | call me when you can | need help with insurance | can you help me find a crib
    I need help with my application | how do I get diapers | do you have free diapers | we are out of diapers
    I need a new pump | the breast pump broke | the car broke down | my car is dead
    running late stuck in traffic | stroke of luck, got the appointment | got my flu shot
    is the flu shot ok | when is my next shot | baby's shots are due | picked up the prescription
    what vitamins should I take | my son has a game at 5 | my daughter's birthday is friday
    I'm going to the hospital tour on monday | which hospital do you use | can I bring my kids
    my mom will watch the kids | reschedule please | cancel my appointment | I moved, new address
    new phone who dis | my ride cancelled | he said 3pm is fine | 1 | 2 | 👍 | ❤️ | 😂😂😂 | so cute I could die
    I almost had a heart attack when I saw the bill | my kids are driving me crazy lol | sick of this weather
    I'm tired of waiting on hold | its 102 degrees outside today | the AC died | it's so hot out here
    who do I ask about work papers | I fell asleep sorry | falling behind on rent | school starts in the fall
    labor day weekend are you open | Can I eat sushi | is coffee ok | baby is kicking a lot today
    baby moves all the time, he is active | she is feeding great | he sleeps through the night
    she smiles now | my blood type is O | when is my blood test | I had my blood drawn
    blood work tomorrow at 9 | throwing a baby shower saturday | baby shower is sunday | hit me up later
    I passed the test! | passed my driving test | took my pill today | I took my vitamins
    I took my meds this morning | water is off in my building | the pipe is leaking in my kitchen
    my roof is leaking | he is a blue eyed baby | baby's room is blue | I got blue clothes for him
    his color is good | good morning | feeling great today | doing well no problems | everything is fine
    all good here | we are fine thanks | this line is so slow | fast reply thank you
    short on cash this month | I'm short of time | take a deep breath lol | catch my breath then i'll call
    do I need to fast before the test | what's the wifi password | spanish please
    can someone call my mother | I feel great | I love my nurse | no problem | nothing to report
    nope all is well | no questions | no thanks | not yet | not really | never mind | I never got the link
    the link wont open | the app keeps crashing | my phone screen is cracked | he broke my phone
    the baby broke my phone | my dog ate the papers | is it a boy or girl | due date is may 5
    how many visits do i need | can I switch doctors | can I get a note for work | my insurance stopped
    I stopped by but nobody was there | I stop work next week | I quit my job | moving to a new house
    we are moving in may | not moving until june | I'm moving, still want texts | is the doctor a woman
    I was born in 1989 | appointment at 10:30 | bus 104 | I'm on the 101 bus | my apartment is 4c`,
  es: `
    Sí | no | gracias | muchas gracias | ¿puedo ir el martes a las 3? | me muero de hambre
    me muero de risa jaja | me muero por conocerlo | me muero de sueño | número equivocado
    el bebé está durmiendo | el bebé está bien | se mueve mucho hoy | tengo 38 semanas | tengo 38 años
    son 39 dólares | vivo en el 911 de la calle Oak | no puedo ir mañana | no puedo llegar
    no puedo abrir el enlace | no me llega el mensaje | ¿a qué hora es mi cita? | necesito transporte
    se me rompió el teléfono | se rompió el carro | la llave del agua está tirando agua
    me cae bien la enfermera | ¿cuánto cuesta? | no tengo carro | voy en camino
    voy al hospital para el tour | tengo mi examen de sangre mañana | me sacaron sangre ayer
    mi tipo de sangre es O | ¿me puede llamar? | llámeme por favor | ayuda con el seguro | necesito pañales
    ya no tengo pañales | se acabaron los pañales | ropa azul para el bebé | me gusta el morado
    ya tomé mis vitaminas | ya tomé mi pastilla | mi hijo tiene partido | mi esposo me lleva
    mi mamá me va a matar si llego tarde | me duele gastar tanto jaja | estoy bien gracias | todo bien | nada
    no gracias | no por ahora | todavía no | aquí hace mucho calor | hace 39 grados afuera
    me quedé dormida perdón | el bebé come muy bien | está gordito y sano | feliz día | bendiciones
    qué precio tiene | quiero cambiar la cita | quiero cancelar | me cambié de casa | ¿quién es?
    la batería del carro se murió | el tráfico me mata | perdí el papel | perdí su llamada | no sé
    ¿dónde queda? | ¿aceptan Medicaid? | ¿hay estacionamiento? | puedo llevar a mis hijos
    quiero ver al doctor | no vi el mensaje | ya llegué | estoy afuera | ok | listo | claro`,
  zh: `
    好的 | 谢谢 | 是 | 不用了 | 我星期二三点可以来吗 | 笑死我了 | 饿死了 | 累死我了 | 热死了 | 想死你了 | 打错了 | 宝宝睡着了 | 宝宝很好 | 宝宝今天动得很多 | 我38周了
    我今年38岁 | 911房间 | 请给我打电话 | 老公打电话给你 | 我老公打车送我 | 验血是什么时候 | 明天抽血 | 血型是O | 疫苗什么时候打 | 打针疼吗 | 收到 | 医生几点上班
    停车场在哪里 | 我搬家了 | 手机没电了 | 我今天不能来 | 不去了 | 没问题 | 没事 | 知道了 | 改到下周 | 地址是什么 | 需要翻译 | 我要取消 | 謝謝 | 等一下 | 今天好热
    外面39度 | 买了蓝色的衣服 | 宝宝吃得很好 | 宝宝长了两斤 | 早上好 | 堵车堵死了 | 快累死了 | 我要饿死了`,
};
