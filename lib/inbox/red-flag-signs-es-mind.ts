import type { Signs } from "./red-flag-signs";

/** Lo que se piensa y lo que otros hacen. */
export const mindSigns: Signs = {
  self_harm: {
    emergency: [
      "no {quiero} saber nada de la? vida|nada",
      "me mato|matare|mataria, mejor __ muerta|muerto|morir|morirme, pensado|pienso|pensando|quiero|voy|ganas __ tomarme|tomar|tragarme ... pastillas",
      "suicid*, suisid*, suicidarme|suicidio|suicidar|suicida|suicidarse|suisidarme, {quiero} __ morir|morirme|muerta|muerto|matarme|suicidarme|desaparecer|morirse|matarse, {quiero} __ estar|estaria muerta|muerto, matarme|matarse|ahorcarme|ahorcarse|colgarme, me {quiero} __ morir|matar|suicidar|ir|ahorcar|cortar|colgar|quitar, me voy a matar|ahorcar|quitar|tirar|cortar|lastimar, voy a matarme|suicidarme|quitarme|acabar, {quitar} _ vida, quitarme|quitarse|quito la? vida, acabar|terminar|terminando con? mi|todo|la? vida|todo|esto, ya? no {quiero} __ vivir|existir|seguir|despertar|estar vivir|viviendo|aqui|viva|vivo?, no {quiero} __ vivir|existir|despertar|despertarme, no {quiero} ... seguir viviendo|viva|asi, no vale la? pena vivir|seguir, mejor|estarian|estaria|estarian muerta|muerto|sin mi?, mejor|bien sin mi, estarian mejor sin mi, ojala __ muriera|muero|despierte|muriese|despertara, hacerme|hacer|me __ dano, lastimarme|cortarme|hacerme, me corto|corte|cortando los|las|mis brazos|venas|munecas, sin? ganas|razon|razones|sentido|motivos de|para|a vivir, no __ ganas de vivir, no __ sentido ... vida|vivir, cansada|cansado|harta|harto de vivir|existir|mi vida|la vida, tirarme|aventarme|saltar|aventar|brincar ... puente|carro|ventana|edificio|tren|techo, para que vivir|vivo, ya? no puedo mas con? mi|la vida, me? {quiero} __ no despertar|haber nacido, morirme, mejor morir|muerta|morirme",
    ],
  },
  harm_baby: {
    emergency: [
      "{danar} ... mi|al|a|el|la|mis {bebe}|ninos|hijos|nino, {quiero} ... {danar} ... {bebe}|hijos, {pensar} ... {danar} ... {bebe}|hijos, hacerle|hacer dano a? ... {bebe}|hijos, {quiero} ... hacerle|pegarle|ahogarlo|sacudirlo|sacudirla|matarlo|matarla|lastimarlo|lastimarla|tirarlo|aventarlo|ahogarla|ahorcarlo, {pensar} ... hacerle dano|algo, miedo __ de|a lastimar|hacerle|lastimarlo|lastimarla|danar|matarlo ... {bebe}?|dano?, sacud* ... {bebe}, {bebe} ... demonio|diablo|malo|poseido, hacerle dano",
    ],
  },
  harm_others: {
    emergency: [
      "{quiero} ... matar ... a __ esposo|marido|el|ella|alguien|todos|ellos|suegra|vecino|novio|persona|gente, lo|la|los voy a matar, voy a matarlo|matarla|matarlos|matar, {quiero} matarlo|matarla|matarlos|acuchillarlo, tiene|trae|traigo|tengo|saco|apunto|apuntando un|una|con? pistola|arma|cuchillo|machete|navaja, una? pistola|arma|cuchillo ... amenaz*",
    ],
  },
  violence: {
    emergency: [
      "me|nos|le __ {pega}, {pega} ... {hombre}, {hombre} ... me|nos|la|le __ {pega}, me {amenaza}, {amenaza} ... matar|matarme|cuchillo|pistola|quitarme, me {quiere} __ matar|pegar|golpear, violencia domestica|familiar, {miedo} __ de|a? __ {hombre}, abus* sexual|sexualmente|de|me, abuso|abusando|abusa|abuso de|sexual|mi|me, violacion|violo|violaron|violada, me|la viol*, no ... segura|seguro|salvo en|aqui|con|mi|casa, no me deja|dejan salir|ir|hablar|llamar, encerrada|encerro|encerrado en|me|aqui, maltrat* , golpeada|golpeado por|me, ahorcando|ahorco|ahorca me?, me persigue|acosa|acecha, orden de restriccion",
    ],
  },
  mind: {
    emergency: [
      "{oigo} __ voces|bozes|boses, voces __ me? dicen|hablan|diciendo|ordenan, {veo} __ cosas|gente|sombras|demonios|muertos __ no|que|raras, alucin*, volviendo|volverme|vuelvo loca|loco, me? vigilan|persiguen|envenenando|siguen|espian, no __ dormido|duermo __ dias|noches, psicosis|sicosis",
    ],
    urgent: [
      "{llorar} sin|por razon|motivo|nada|saber",
      "deprimid*, depre*, depresion|depresivo|depresiva, no ... puedo mas|aguanto|soporto, ya no puedo mas?, no aguanto mas?|esto|ya, ya no aguanto|soporto|doy, no {siento} ... nada|amor|carino|conexion ... {bebe}, no quiero ... a? mi|al|ver|cargar {bebe}, {llorar} ... todo|tiempo|dia|razon|nada|siempre|noche|parar|noches|dias, no {parar} __ llorar, no dejo|paro|puedo de? __ llorar, desesperad*, sin esperanza, ataque|ataques|crisis de panico|ansiedad|nervios, {bad} ansiedad|angustia|depresion, mala madre|mama, inutil, pensamientos|pensamiento ... malos|feos|raros|oscuros|horribles|feo, siento|vacia _ vacia|inutil|sola|atrapada ... no|y|todo|dia, siento vacia, me siento vacia, abrumad*, colapso",
    ],
    review: ["ansiedad|ansiosa|angustia|nerviosa|estresada|miedo|llorando|triste|sola"],
  },
};
