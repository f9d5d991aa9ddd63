const words = (list: string) => list.trim().split(/\s+/);

interface Names {
  women: string[];
  men: string[];
  last: string[];
}

export const names: Record<"en" | "es", Names> = {
  en: {
    women: words(`
      Abigail Adele Alice Amara Anita Ariel Beth Bianca Bonnie Brenda Carla Celeste Chloe Clara Dana Delia Denise
      Elena Elise Emma Erin Esther Faith Fiona Frances Gemma Gloria Grace Hannah Hazel Helen Imani Irene Ivy Jada
      Janet Jasmine Joy Judith Kayla Keisha Laura Leah Lena Lila Mabel Maya Mira Nadine Naomi Nora Olive Opal Paige
      Pearl Priya Quinn Rachel Renee Ruth Sara Selma Simone Stella Tamara Tessa Uma Vera Violet Wendy Yara Zoe`),
    men: words(`
      Aaron Abel Adrian Amir Asher Ben Blake Boris Caleb Cedric Colin Cyrus Darius Derek Dexter Elias Elliot Evan
      Felix Finn Frank Gavin Gideon Grant Hugo Ian Isaac Jamal Jasper Joel Jonah Julian Keith Kevin Lamar Leo Lewis
      Liam Malik Marcus Micah Nathan Noel Oscar Owen Patrick Quentin Ravi Reuben Samir Silas Theo Tobias Tyrone
      Victor Walter Wesley Xavier Zane`),
    last: words(`
      Abbott Adair Archer Avery Baker Barlow Benton Blair Boone Bradley Bryant Calder Carter Chan Clarke Conway
      Crane Dalton Dawson Dixon Doyle Draper Eaton Ellis Emery Farrow Fisher Foster Frost Gaines Garner Gill Greene
      Griffin Hale Harmon Hayes Holt Hudson Irving Jarvis Jensen Joyce Keller Kemp Khan Knox Lawson Lowe Lynch
      Mercer Monroe Moss Nash Nolan Norris Oakley Osborn Owens Parker Patel Payne Quigley Ramsey Reed Rhodes Rowe
      Sawyer Shaw Sloan Stokes Tate Tran Tucker Underhill Vance Vaughn Walsh Ware Webb Wilder Yates Young Zeller`),
  },
  es: {
    women: words(`
      Adriana Alma Amalia Ana Araceli Beatriz Blanca Camila Carmen Catalina Celia Daniela Dolores Elisa Elvira
      Esperanza Estela Fernanda Gabriela Graciela Guadalupe Inés Irma Itzel Jimena Josefina Julieta Karina Leticia
      Lorena Lucía Luz Magdalena Marisol Mercedes Mónica Noemí Olivia Paloma Patricia Pilar Raquel Rebeca Rocío
      Sara Silvia Sofía Soledad Teresa Valeria Verónica Ximena Yolanda Zulema`),
    men: words(`
      Abel Adán Alonso Andrés Ángel Arturo Bruno César Cristian Damián Darío Diego Emilio Ernesto Esteban Fabián
      Felipe Gael Gerardo Héctor Hugo Ignacio Iván Jacobo Joaquín Jorge Julio Leonel Luis Manuel Marcos Mateo
      Nicolás Octavio Óscar Pablo Rafael Ramiro Raúl Rodrigo Rubén Salvador Saúl Sergio Tomás Vicente Xavier`),
    last: words(`
      Acosta Aguilar Alvarado Arroyo Barrera Benítez Bravo Calderón Camacho Cárdenas Carrillo Cervantes Contreras
      Delgado Domínguez Duarte Escobar Espinoza Figueroa Fuentes Galindo Gallegos Guerrero Guzmán Ibarra Jaramillo
      Lozano Luna Maldonado Márquez Medina Mejía Molina Montoya Mora Navarro Núñez Ochoa Orozco Ortega Pacheco
      Padilla Paredes Peña Quintero Quiroga Robles Rosales Salazar Sandoval Serrano Soto Tapia Trujillo Valdez
      Valencia Vargas Villarreal Zamora Zapata Zúñiga`),
  },
};
