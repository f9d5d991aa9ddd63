import type { FlagCases } from "./red-flag-cases";

export const spanishCases: FlagCases = {
  "emergency breathing": `
    no puedo respirar | me falta el aire | NO PUEDO RESPIRAR | nopuedorespirar | me cuesta respirar | no respira
    le cuesta mucho respirar | me estoy ahogando | dificultad para respirar | no puedo rrespirar bien | me falta aire`,
  "emergency chest":
    "dolor de pecho | me duele el pecho | me duele mucho el pecho | dolor en el pexo | siento presión en el pecho | un ataque al corazón | creo que es un infarto",
  "urgent chest": "mi corazón late muy rápido | tengo palpitaciones | el corazon acelerado",
  "emergency stroke":
    "se le torció la cara | no puede hablar bien | se me durmió la cara | creo que es un derrame | tiene la boca chueca | no puede mover el brazo",
  "emergency seizure":
    "le dio una convulsión | mi hijo está convulsionando | combulsion | tuvo convulciones | ataque epiléptico",
  "emergency unresponsive":
    "está inconsciente | no reacciona | no responde | mi mamá no despierta | no vuelve en sí",
  "emergency airway":
    "se está atragantando | se me cierra la garganta | tiene la lengua hinchada | reacción alérgica | se le atoró algo en la garganta",
  "emergency heavy_bleeding": `
    estoy sangrando mucho | mucha sangre | sangrado abundante | no para de sangrar | coágulos grandes | empapo una toalla cada hora
    me sale mucha sangre | estoy botando coagulos | hemorragia | lleno una toalla por hora`,
  "emergency poisoning":
    "mi niño tomó cloro | se tragó una pila | se tomó mis pastillas el niño | tomó veneno | bebió fabuloso",
  "emergency overdose":
    "me tomé muchas pastillas | sobredosis | se tomó todo el frasco de pastillas | tomó demasiadas pastillas",
  "emergency head_injury":
    "se golpeó la cabeza y está vomitando | se cayó de cabeza y vomitó | se pegó en la cabeza y está muy dormido",
  "urgent head_injury": "se cayó de la cama el bebé | se pegó en la cabeza | mi niño se golpeó la cabeza",
  "emergency glucose": "mi azúcar está en 400 | azucar 45 | tengo el azúcar muy baja | glucosa 38",
  "emergency blood_pressure": "mi presión está en 170/110 | 165 sobre 112",
  "urgent blood_pressure": "tengo la presión alta | presión 145/95",
  "emergency dying": "me estoy muriendo | siento que me muero | me voy a morir | creo que me voy a morir",
  "emergency ambulance":
    "llamen al 911 | necesito una ambulancia | llamo al 911? | es una emergencia | auxilio",
  "emergency self_harm": `
    me quiero morir | quiero morirme | me quiero matar | quitarme la vida | quiero suicidarme | ya no quiero vivir | pienso en el suicidio
    no quiero vivir | quiero morir | ya no quiero seguir viviendo | kiero morirme | mis hijos estarían mejor sin mí
    quiero acabar con mi vida | no tengo ganas de vivir | quiero desaparecer | pienso en hacerme daño`,
  "emergency harm_baby":
    "quiero hacerle daño a mi bebé | tengo miedo de lastimar al bebé | pienso en ahogar a mi bebé | sacudí al bebé | tengo pensamientos de lastimar a mi bebe",
  "emergency violence": `
    mi esposo me pega | me pegó mi marido | me golpea | me amenazó con matarme | me está ahorcando | tengo miedo de mi esposo
    mi pareja me golpeó | no estoy segura en mi casa | violencia doméstica | me violaron | no me deja salir`,
  "emergency mind": "oigo voces | escucho voces que me dicen cosas | veo cosas que no están",
  "urgent mind":
    "estoy muy deprimida | ya no puedo más | lloro todo el día | no siento nada por mi bebé | ataque de pánico",
  "emergency fetal_movement": `
    no siento al bebé | el bebé no se mueve | no se mueve mi bebe | no he sentido al bebé hoy | ya no siento que se mueva
    mi bebe dejó de moverse | no siento movimientos | no lo siento moverse | el bb no se mueve`,
  "urgent fetal_movement":
    "el bebé se mueve menos | se mueve poco el bebé | casi no se mueve | siento menos movimientos | se mueve menos que antes",
  "emergency waters": "se me rompió la fuente | se rompio la fuente | se me reventó la fuente | rompí fuente",
  "urgent waters": "me sale líquido | me está saliendo agua | estoy tirando líquido",
  "emergency labor":
    "ya viene el bebé | tengo ganas de pujar | tengo contracciones y 32 semanas | parto prematuro",
  "urgent labor":
    "tengo contracciones | estoy en trabajo de parto | dolores de parto | se me salió el tapón mucoso",
  "urgent bleeding":
    "estoy sangrando | tengo sangrado | sangrando | me salió sangre | sangrado ligero | manchado café | sangre en el papel",
  "urgent loss": "creo que estoy perdiendo al bebé | amenaza de aborto | estoy teniendo un aborto",
  "urgent headache":
    "dolor de cabeza fuerte | me duele mucho la cabeza | dolor de cabeza que no se quita | me duele la cabeza | la cabeza me va a explotar",
  "urgent faint": "me desmayé | se desmayó | casi me desmayo | muy mareada | me mareo y me caigo",
  "urgent vision": "veo borroso | veo lucecitas | la vista nublada | veo doble | veo manchas",
  "urgent fever":
    "tengo fiebre | fiebre de 39 | calentura | tengo calentura | temperatura de 39 | 39 de fiebre | 38.7 | fievre",
  "urgent swelling": "tengo la cara hinchada | se me hincharon las manos | manos hinchadas | cara inchada",
  "urgent vomiting": "vomito todo | no paro de vomitar | vomitando todo el día | no retengo nada",
  "urgent belly":
    "dolor fuerte en el vientre | me duele mucho la panza | dolor de estómago muy fuerte | dolor de barriga",
  "urgent leg": "la pierna hinchada | me duele la pantorrilla | una pierna hinchada y roja",
  "urgent tired": "estoy tan cansada que no me puedo levantar | no tengo fuerzas para nada",
  "urgent wound": "se me abrió la herida | la cesárea huele mal | la herida tiene pus | flujo con mal olor",
  "emergency infant_fever":
    "mi bebé tiene fiebre | el recién nacido tiene calentura | la bebé tiene 38.5 de temperatura | mi bebé está ardiendo",
  "urgent infant_fever": "mi niño de 3 años tiene fiebre",
  "emergency infant_color":
    "mi bebé está morado | tiene los labios morados | se puso azul | labios azules | se puso morado mi niño | mi bebe esta moradito",
  "emergency infant_breathing":
    "mi bebé deja de respirar por ratos | el bebé respira muy rápido | se le hunden las costillas | el bebé hace un quejido",
  "emergency infant_limp":
    "mi bebé no despierta | está flácido el bebé | mi bebé está aguado | no puedo despertar al bebé | el bebé está muy decaído",
  "urgent infant_feeding":
    "el bebé no quiere comer | mi bebé no come | no quiere el pecho | no agarra el pecho",
  "urgent infant_diapers":
    "el bebé no ha orinado | pañal seco todo el día | no ha mojado pañales | no hace pipí mi bebé",
  "urgent infant_yellow": "mi bebé está amarillo | ojos amarillos | ictericia | tiene la piel amarilla",
  "urgent infant_crying": "el bebé no para de llorar | llora mucho mi bebé y nada lo calma",
};

export const spanishScared: FlagCases = {
  "emergency breathing": `
    ayuda mi niño no puede respirar vien | siento q me aogo | me despierto en la noche sin aire | boy caminando y me falta el aire
    no jalo aire | respira muy agitado mi mama`,
  "emergency chest":
    "tengo un dolor aki en el pecho y el brazo | me duele el corason | siento q me aprieta el pecho",
  "emergency heavy_bleeding": `
    toy sangrando muxo desde q nacio mi bebe | me bajo mucha sangre con pedazos grandes | lleno las toallas bien rapido
    no se me quita la sangre ya llevo 3 toallas en una hora`,
  "urgent bleeding":
    "me sale poquita sangre y estoy embarazada | amaneci sangrando un poco | tengo manchas de sangre",
  "emergency self_harm": `
    ya no aguanto mejor me mato | no quiero seguir asi quiero morirme | a veces pienso q seria mejor estar muerta
    ya no kiero estar aki | no le veo sentido a la vida | he pensado en tomarme todas las pastillas`,
  "emergency harm_baby":
    "me dan ganas de aventar al bebé | tengo miedo de hacerle algo a mi niño | siento que voy a sacudirlo",
  "emergency violence":
    "me esta pegando mi marido ayuda | el papa de mi hijo me amenaza | me pego en la panza | me encerró y no me deja ir",
  "emergency fetal_movement":
    "desde ayer no se mueve mi bb | no siento a mi bebito | hoy no me ha pateado nada el bebe | no ciento al veve",
  "urgent fetal_movement": "mi bebe casi no se a movido | lo siento moverse menos",
  "emergency waters": "se me salio el agua de la fuente | se me vino el agua tengo 33 semanas",
  "urgent headache": "traigo un dolor de cabesa q no se quita con nada | me duele muxo la cabeza y veo luces",
  "urgent vision": "miro borroso | veo puntitos negros",
  "urgent swelling": "amaneci con la cara y las manos inchadas",
  "urgent faint": "me maree y me desmalle | todo se me puso negro y casi me caigo",
  "urgent fever": "ando con calentura de 39 | tengo mucha calentura y escalofrios",
  "emergency infant_color": "mi niña se pone morada cuando llora | sus labiesitos estan azules",
  "emergency infant_limp":
    "mi bebe no se despierta para comer | esta bien dormilon y no despierta | el niño no responde esta como trapo",
  "emergency infant_fever": "mi bebe de 1 mes tiene calentura | esta bien caliente mi recien nacido",
  "urgent infant_feeding": "mi bebe no a querido comer | vomita toda la leche mi niña",
  "urgent infant_diapers": "no a mojado el pañal desde anoche",
  "urgent infant_yellow": "lo veo amarillito a mi bebe",
  "urgent belly": "me duele muchisimo el estomago | traigo un dolor bien fuerte abajo del vientre",
  "urgent labor": "traigo contraciones cada 5 minutos",
  "urgent mind": "lloro mucho y no se porque no aguanto mas | no siento amor por mi bebe",
  "emergency mind": "oigo boses que me hablan",
  "urgent wound": "mi cesaria esta roja y le sale liquido",
  "urgent leg": "tengo la pierna bien hinchada y caliente",
  "emergency seizure": "se puso tieso y temblaba todo con los ojos en blanco",
  "emergency overdose": "se tomo un monton de pastillas mi hija",
  "urgent tired": "no me puedo levantar de lo débil que estoy",
};
