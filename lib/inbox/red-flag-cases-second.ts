import type { FlagCases } from "./red-flag-cases";

/** A second round of such texts, written when the first was mended. */
export const secondCases: FlagCases = {
  "urgent infant_feeding":
    "nurse im scared my babys been sleepin all day n wont take his bottle | shes throwin up and wont drink nothin",
  "urgent swelling": "my feet n face is swelled up n i got a bad headake",
  "emergency infant_fever":
    "i think sumthin wrong w my baby he is real cold and dont cry | my 2 month old temp 101 should i go er | el niño esta muy caliente y no para de llorar | 宝宝吐得很厉害还发烧",
  "urgent wound":
    "had c section 5 days ago now its leakin yellow stuff and hurts | smells bad down there and i got chills | my nipple is red and hard and i have chills | 刀口又红又肿还流水",
  "urgent accident": "im 6 months and i slip and fell on my butt this mornin | i got burned with hot oil",
  "urgent chest":
    "feel like my heart gonna jump out my chest | siento que el corazon se me sale | 心跳一分钟130",
  "urgent infant_diapers":
    "i havent peed in like 12 hours and im throwing up | baby not peeing | no a echo pipi mi bebe | 宝宝拉血",
  "emergency violence":
    "my boyfriend grabbed me by the neck last night | he is hitting the kids | mi esposo me aventó contra la pared | me dijo que me iba a matar | 老公昨晚掐我",
  "emergency overdose": "i took 2 of my moms pain pills is that ok | me tome todas las pastillas",
  "urgent bleeding":
    "blood coming out like a period im 9 wks | little bit of blood on the tissue | ando sangrando desde anoche y me siento debil | 我流血了怀孕三个月",
  "urgent labor":
    "been havin contractions since 3am they 4 min apart | me duele mucho el vientre y tengo contracciones tengo 7 meses | 肚子一阵一阵地痛每五分钟一次",
  "emergency breathing": "he been coughing and turning red n cant breath",
  "urgent vision":
    "i feel so dizzy n seein black spots | pain in right side under rib and seeing stars | no veo bien se me nubla la vista | 我头好痛眼睛看不清楚",
  "emergency chest": "pains in my chest when i breath | 胸口疼喘气都疼",
  "urgent leg":
    "my leg real swollen just the one | tengo el pie y la pierna ynchados y me duele | 腿肿得走不了路",
  "emergency stroke":
    "my arm feel numb and i cant hold nothing | my mom fell and her face droop | se me adormece la cara | 我妈妈突然不会说话了",
  "emergency unresponsive":
    "my husband not waking up i think he took something | mi mama se desmayo y no responde",
  "emergency harm_others": "theres a gun in the house and hes mad",
  "urgent mind":
    "i cant sleep i cant eat i just cry | i keep thinkin bad things about the baby | me siento muy triste y lloro sin razon",
  "urgent head_injury": "the baby fell out the crib",
  "urgent belly": "stomach hurtin so bad i cant stand up",
  "urgent headache": "i had a baby 2 weeks ago and my head wont stop hurting",
  "emergency heavy_bleeding": "i m bleedng alot | estoy tirando coagulos | 流了一大灘血",
  "emergency self_harm":
    "wanna hurt myself | life aint worth living | im sorry for everything tell my kids i love them | ya no quiero saber nada de la vida | me corte las venas | 我好痛苦真的不想再活下去了 | 我手上划了很多刀 | 我想抱著孩子一起跳下去",
  "review self_harm": "i wont be here tomorrow",
  "emergency infant_color": "baby has purple lips | mi bebe tiene la boquita morada | 宝宝的脸有点蓝",
  "emergency infant_breathing":
    "baby breathing fast and belly going in and out | mi bebe respira bien rapido y se le hunde el pecho",
  "emergency glucose": "my sugar 38 i feel shakey | tengo azucar de 320",
  "emergency blood_pressure": "the dr said my pressure was 160 over 100 | traigo la presion en 160 con 110",
  "urgent waters":
    "something is coming out down there | siento que algo se me sale | me sale un liquido verde y huele feo",
  "emergency waters": "i feel something hanging out of me like a cord | ya rompi la fuente",
  "emergency airway": "my throat feel like its closing up after i ate shrimp",
  "emergency poisoning": "baby got into the bleach | se trago una moneda el niño | 吃錯藥了",
  "urgent fever":
    "cant stop shaking cold sweats fever | tengo mucho frio y temblor con calentura | 我一直发抖发冷",
  "emergency infant_limp": "senorita mi niño no despierta bien y no quiere mamar | 宝宝哭都不哭一直睡",
  "emergency head_injury": "mi hijo se cayo y se pego en la cabesa y esta vomitando | 奶奶摔倒了头流血",
  "emergency accident": "孩子掉到水里了",
  "emergency mind": "三天没睡觉了脑子里有声音",
  "urgent infant_yellow": "宝宝身上黄黄的不爱吃奶",
  "urgent fetal_movement": "我覺得寶寶動得比較少",
  "emergency fetal_movement":
    "no movement since yesterday | no siento que mi bebe patee | 肚子里孩子好像没有动了",
};
