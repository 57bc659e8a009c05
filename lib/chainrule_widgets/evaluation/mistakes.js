// Built by `npm run build` in lib/page_scripts.
var penOf=(canvas,settings)=>canvas.getContext("2d",settings);var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var[CELL,FOOT]=[30,34];function render({model,el}){let root=createRoot(el,"Confusion matrix"),save=saveDebounced(model),
matrix=model.get("matrix"),k=matrix.length,[tall,wide]=model.get("size"),pixels=new Uint8Array(toNumbers(model.get("imag\
es"),Uint8Array)),choose=(r,c)=>{let[row,column]=[clamp(r,0,k-1),clamp(c,0,k-1)];save({chosen:[row,column]}),cells[row][column].
focus({preventScroll:!0})},most=Math.max(1,...matrix.flatMap((line,r)=>line.filter((_,c)=>c!==r))),cells=matrix.map((line,r)=>line.
map((count,c)=>cell(r,c,count,most,choose))),side=k*CELL,middle={class:"quiet","text-anchor":"middle"},picture=svg("svg",
{viewBox:`0 0 ${side+FOOT+4} ${side+FOOT+4}`,role:"group","aria-label":"confusion matrix, choose a cell with the arrow k\
eys"},textAt(FOOT+side/2,11,"predicted",middle),textAt(8,FOOT+side/2,"true",{...middle,transform:`rotate(-90 8 ${FOOT+side/
2})`}),...matrix.flatMap((_,i)=>[textAt(FOOT+i*CELL+CELL/2,FOOT-6,String(i),middle),textAt(FOOT-8,FOOT+i*CELL+CELL/2+4,String(
i),middle)]),...cells.flat()),frame=svg("rect",{width:CELL,height:CELL,rx:3,class:"line ink","pointer-events":"none"});picture.
append(frame);let gallery=html("div",{style:"display: flex; flex-wrap: wrap; gap: 10px; margin-top: 10px; min-height: 23\
6px; align-content: flex-start"}),says=html("p",{class:"says","aria-live":"polite"});root.append(html("div",{class:"spli\
t"},html("div",{style:"flex: 0 0 338px"},picture),html("div",{style:"flex: 1 1 340px; min-width: 0"},says,gallery))),drawOnChange(
root,model,["chosen"],()=>draw({cells,frame,gallery,matrix,model,pixels,says,tall,wide}))}function cell(r,c,count,most,choose){
let place={x:FOOT+c*CELL+1,y:FOOT+r*CELL+1,width:CELL-2,height:CELL-2,rx:2},shade=r===c?{class:"fill blue","fill-opacity":.16}:
{class:"fill orange","fill-opacity":count?.2+.55*count/most:.03},moves={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowUp:[-1,0],
ArrowDown:[1,0]};return svg("g",{...KEEP_KEYS,role:"button",tabindex:-1,style:"cursor: pointer; outline: none","aria-lab\
el":`true ${r}, predicted ${c}: ${count}`,click:()=>choose(r,c),keydown:event=>{if(!(event.key in moves))return;event.preventDefault();
let[down,right]=moves[event.key];choose(r+down,c+right)}},svg("rect",{...place,...shade}),...count||r===c?[textAt(place.
x+CELL/2-1,place.y+CELL/2+3,String(count),{"text-anchor":"middle","pointer-events":"none"})]:[])}function draw({cells,frame,
gallery,matrix,model,pixels,says,tall,wide}){let[r,c]=model.get("chosen");cells.flat().forEach(node=>{node.setAttribute(
"tabindex",-1)}),cells[r][c].setAttribute("tabindex",0),setAttributes(frame,{x:FOOT+c*CELL,y:FOOT+r*CELL},[]);let here=model.
get("examples").map((example,i)=>[...example,i]).filter(([y,said])=>y===r&&said===c);gallery.replaceChildren(...here.map(
([,said,p,i])=>html("figure",{style:"margin: 0; width: 76px"},image(pixels.subarray(i*tall*wide,(i+1)*tall*wide),tall,wide,
`image of a ${r}`),html("figcaption",{style:"color: var(--quiet); font-size: 12px"},`“${said}”, ${p.toFixed(2)}`))));
let count=matrix[r][c],all=matrix[r].reduce((a,b)=>a+b);return says.replaceChildren(html("b",{},r===c?"Right. ":count?"W\
rong. ":"None. "),sentence(r,c,count,all,here)),{chosen:[r,c],count,shown:here.length,probabilities:here.map(example=>example[2]),
says:says.textContent}}function sentence(r,c,count,all,here){if(!count)return`No ${r} was predicted as ${c}.`;let share=`${count}\
 of ${all} examples of class ${r} ${count===1?"was":"were"} predicted as ${c}`;if(r===c)return`${share}. The images show\
 the smallest predicted probabilities.`;let[,,sure]=here[0];return`${share}. `+(sure>.9?`The network was very confident:\
 the largest probability is ${formatNumber(sure)}.`:`The network was not confident: the largest probability is ${formatNumber(
sure)}.`)}function image(grey,tall,wide,label){let canvas=html("canvas",{width:wide,height:tall,role:"img","aria-label":label,
style:"width: 76px; height: 76px; image-rendering: pixelated; border: 1px solid var(--hair); border-radius: 3px"}),data=new ImageData(
wide,tall);return grey.forEach((v,i)=>{data.data.set([58,143,208,v],4*i)}),penOf(canvas).putImageData(data,0,0),canvas}var mistakes_default={
render};export{mistakes_default as default};
