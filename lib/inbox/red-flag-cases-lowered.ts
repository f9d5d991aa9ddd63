import type { FlagLowering } from "./red-flag-types";

/** What is taken back, and why: these raise no more than a review. Texts stand between bars. */
export const loweredCases: Record<FlagLowering, string> = {
  negated: `
    no bleeding | no chest pain | I have no fever | not bleeding anymore | no more bleeding | no longer bleeding
    I don't have a headache | I haven't had any bleeding | no fever or bleeding | without any pain in my chest
    no signs of bleeding | I'm not suicidal | I don't want to kill myself | baby has no fever | no bleeding, no fever
    I stopped bleeding | no contractions | he is not having seizures | never had a seizure | didn't faint
    sin sangrado | no tengo fiebre | no he tenido sangrado | ya no tengo fiebre | no hay sangrado | sin fiebre ni sangrado
    no me duele la cabeza | nunca he tenido convulsiones | no me quiero morir | el bebé no tiene fiebre | no sangro
    没有出血 | 没有发烧 | 不发烧了 | 宝宝没发烧 | 没有胸痛 | 我不想自杀 | 没有再出血 | 不头痛 | 沒有發燒`,
  past: `
    was bleeding last week, fine now | I had a headache yesterday but I feel better now | had chest pain, it went away
    he had a seizure when he was a kid | I was suicidal years ago | I had preeclampsia with my first pregnancy
    the bleeding stopped | I had a fever but its gone now | she had a stroke in 2015
    tuve fiebre ayer pero ya estoy bien | me dolía la cabeza pero ya se me quitó | tuve convulsiones hace años
    之前出血，现在好了 | 昨天发烧，今天没事了 | 小时候抽搐过 | 几年前想过自杀`,
  someone_else: `
    my neighbour had a stroke | my neighbor had a stroke | my friend had a seizure once | my coworker overdosed
    a movie about suicide | my teacher had a heart attack
    mi vecina tuvo un derrame | una amiga tuvo una convulsión | mi compañera de trabajo tuvo preeclampsia
    邻居中风了 | 我朋友以前得过癫痫 | 电视里有人自杀`,
  idiom: `
    I died laughing omg I'm dying laughing | lol im dying | this gave me a heart attack | I'm dying to see her
    its 102 degrees outside | that bill almost gave me a heart attack
    me muero de hambre | me muero por verla | me muero de risa | casi me da un infarto del susto | hace 40 grados afuera
    外面39度`,
  question: `
    what if I have a fever? | what if I get chest pain? | what are the signs of a seizure | can the vaccine cause fever
    should I call if I have bleeding? | how do I know if my water broke | in case of heavy bleeding
    ¿qué hago si tengo fiebre? | en caso de sangrado a quien llamo | ¿la vacuna da fiebre? | cuáles son los síntomas de un derrame
    如果发烧怎么处理 | 万一出血呢 | 打疫苗会不会发烧 | 什么是中风`,
};

/** What looks like it and takes nothing back. */
export const keptCases: Record<string, string> = {
  "emergency breathing": "I can't breathe | no puedo respirar | no puede respirar mi hijo | 我不能呼吸",
  "emergency fetal_movement":
    "baby is not moving | no siento al bebé | no longer feel the baby move | el bebé no se mueve | 宝宝没有动 | no more kicks",
  "urgent bleeding":
    "not only bleeding | no doubt I'm bleeding | no I'm bleeding | not sure why im bleeding | I don't know if im bleeding or what | no sé por qué estoy sangrando | no solo sangrado también dolor | 不知道为什么出血 | no fever but bleeding | no fever, bleeding",
  "emergency chest":
    "no fever but chest pain | sin fiebre pero dolor de pecho | no fever and my chest hurts | 没有发烧但是胸痛 | my friend is here and I have chest pain",
  "emergency infant_color": "my baby is blue | my son is turning blue | mi bebé está morado | 我儿子嘴唇发紫",
  "emergency seizure":
    "my son had a seizure | had a seizure but she is fine now | mi hija tuvo una convulsión | 我女儿抽搐了 | my mom had a seizure",
  "emergency heavy_bleeding":
    "it won't stop bleeding | bleeding hasn't stopped | was bleeding last week fine but now its gushing blood | can't stop the bleeding",
  "emergency self_harm":
    "I don't want to live anymore | I don't want to kill myself but I think about it | what if I just kill myself | i wanna die lol | no quiero vivir",
  "emergency dying": "me muero de dolor de cabeza fuerte",
  "urgent headache": "headache went away but came back worse",
  "emergency overdose":
    "my friend overdosed please help now | my neighbor took too many pills she is here help",
  "emergency waters": "idk if my water broke | I'm 38 weeks and my water broke",
  "urgent fever":
    "38.5 | my temp is 38.5 and I'm 38 weeks | fiebre de 39 | 烧到39度 | I have a fever in room 911",
};
