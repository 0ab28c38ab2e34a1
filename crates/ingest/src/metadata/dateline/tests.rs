use super::*;

fn show(found: Option<Dateline>) -> String {
    found.map_or("-".to_owned(), |line| {
        format!("{} {}", line.date, line.place.unwrap_or_default()).trim().to_owned()
    })
}

#[test]
fn reads_date_and_place() {
    let lines = [
        "(17 November 2021, Halvern)",
        "17.11.2021",
        "Halvern, 17 November 2021",
        "Saint-Aubry, le 17 novembre 2021",
        "Puerto Alegre del Sur, 17 de noviembre de 2021",
        "(14 сентября 2023 года, Халверн)",
        "г. Дреск, 14 сентября 2023 г.",
        "December 6, 2021, Dresk",
        "（2019年3月12日，塞拉特港）",
        "(بورت سيرات، 12 مارس 2019)",
        "Published: Wednesday, 17 November 2021, 14:30",
        "(November 2021, Port Serrat)",
        "The Council met on 17 November 2021",
        "between 17.11.2021 and 18.11.2021",
        "Order No. 5 of 17 November 2021",
        "November 2021",
        "(Halvern, 17 November 2021)",
        "(17 ноября 2021 года, г. Халверн)",
        "(г. Халверн, 17 ноября 2021 г.)",
        "(Halvern 17 November 2021)",
        "17 November 2021, 2:30 PM GMT",
        "Sonntag, 17.11.2021, 14:30 Uhr",
        "Dresk – 17 November 2021",
        "Lecture at the Dresk Institute, 17 November 2021",
        "Hardware 17.11.2021",
        "Published by: 17 November 2021",
        "Dresk, le 17 novembre 2021 Monsieur le Président",
        "(بورت سيرات، 12 ربيع الآخر 1443 هـ الموافق 17 نوفمبر 2021)",
        "17–19 November 2021, Halvern",
        "GENERAL DEBATE, 17 November 2021",
        "17 ноября 2021 г., Халверн",
        "17 лістапада 2021 года, Халверн",
        "Puerto Claro, a 17 de noviembre de 2021",
        "الرياض، 17 نوفمبر 2021",
        "بيان صحفي، 17 نوفمبر 2021",
        "17 қараша 2021 ж.",
        "17 noyabr 2021 yil",
        "(Заявление, 17 ноября 2021 года)",
    ];
    let read: Vec<_> = lines.iter().map(|line| show(read(line, Order::Unknown))).collect();
    insta::assert_snapshot!(read.join("\n"), @r"
    2021-11-17 Halvern
    2021-11-17
    2021-11-17 Halvern
    2021-11-17 Saint-Aubry
    2021-11-17 Puerto Alegre del Sur
    2023-09-14 Халверн
    2023-09-14 Дреск
    2021-12-06 Dresk
    2019-03-12 塞拉特港
    2019-03-12 بورت سيرات
    2021-11-17
    2021-11 Port Serrat
    -
    -
    -
    -
    2021-11-17 Halvern
    2021-11-17 Халверн
    2021-11-17 Халверн
    2021-11-17 Halvern
    2021-11-17
    2021-11-17
    2021-11-17 Dresk
    -
    -
    -
    -
    2021-11-17 بورت سيرات
    2021-11-17 Halvern
    -
    2021-11-17 Халверн
    2021-11-17 Халверн
    2021-11-17 Puerto Claro
    2021-11-17 الرياض
    -
    2021-11-17
    2021-11-17
    -
    ");
}

#[test]
fn reads_lines_about_the_page() {
    let lines = [
        "12 March 2019 | Views: 2,418",
        "تاريخ النشر: 12 مارس 2019 | عدد القراءات: ٢٤١٨",
        "2019-03-12 20:45 来源：外交部 【大 中 小】 打印本页",
        "10417-12.03.2019",
    ];
    for line in lines {
        assert_eq!(show(of_page_info(line, Order::Unknown)), "2019-03-12", "{line}");
    }
    assert_eq!(of_page_info("12 March 2019 was a long day.", Order::Unknown), None);
}

#[test]
fn reads_the_dateline_before_a_text() {
    assert_eq!(
        show(leading("HALVERN, 17 November 2021 – The Council met.", Order::Unknown)),
        "2021-11-17 HALVERN"
    );
    assert_eq!(
        show(leading("Дреск, 17 ноября 2021 г. — Совет собрался.", Order::Unknown)),
        "2021-11-17 Дреск"
    );
    assert_eq!(
        show(leading("Puerto Claro, 17 de mayo de 2021. El canciller habló.", Order::Unknown)),
        "2021-05-17 Puerto Claro"
    );
    assert_eq!(show(leading("On 17 November 2021, the Council met.", Order::Unknown)), "-");
    assert_eq!(
        show(leading("Dresk, le 17 novembre 2021 Monsieur le Président,", Order::Unknown)),
        "2021-11-17 Dresk"
    );
    assert_eq!(show(leading("In Dresk, 17 November 2021 was a day of rain.", Order::Unknown)), "-");
    assert_eq!(
        show(leading("Delivered on Wednesday, 17 November 2021, at the sixth meeting", Order::Unknown)),
        "-"
    );
    assert_eq!(show(leading("We met on 17 November 2021 - and parted.", Order::Unknown)), "-");
}
