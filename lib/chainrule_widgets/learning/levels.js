// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);var COLOURS={green:[0,158,115],red:[213,94,0],blue:[0,114,178],orange:[230,159,0],purple:[204,121,167],sky:[86,180,233]};function paint(canvas,field,colour){let cells=Math.sqrt(field.length);canvas.width!==cells&&(canvas.width=cells,canvas.height=
cells);let image=new ImageData(cells,cells),place=0;for(let row=cells-1;row>=0;row--)for(let column=0;column<cells;column++){
let found=colour(field[row*cells+column]);for(let part=0;part<4;part++)image.data[place++]=found[part]}penOf(canvas).putImageData(
image,0,0)}function heatmap(x,y,side){let canvas=document.createElement("canvas"),node=svg("image",{x,y,width:side,height:side,preserveAspectRatio:"\
none"});return{node,show:(field,colour)=>{paint(canvas,field,colour),node.setAttribute("href",canvas.toDataURL())}}}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var WIDTHS=[16,12,10],ROWS=["low: weights of the first layer","middle: average of the digits with the largest outputs","\
high: one neuron for each class"];function render({model,el}){let root=createRoot(el,"Levels of features"),save=saveDebounced(
model),[likes,answers,images]=["likes","answers","images"].map(name=>toNumbers(model.get(name))),labels=model.get("label\
s"),total=WIDTHS.reduce((a,b)=>a+b),picture=svg("svg",{viewBox:"0 0 848 330",role:"img"}),input=svg("g"),units=WIDTHS.flatMap(
(width,row)=>Array.from({length:width},(_,i)=>{let k=WIDTHS.slice(0,row).reduce((a,b)=>a+b,0)+i,[x,y,side]=[196+i*41,24+
row*108,34],like=likes.slice(64*k,64*k+64),most=Math.max(...like.map(Math.abs)),field=Float32Array.from(like,(_2,p)=>like[8*
(7-(p>>3))+p%8]),image=heatmap(x,y,side);image.node.setAttribute("style","image-rendering: pixelated"),image.show(field,
v=>[...v>0?COLOURS.sky:COLOURS.orange,Math.round((v>0?255:150)*Math.abs(v)/most)]);let frame=svg("rect",{x:x-2,y:y-2,width:side+
4,height:side+4}),bar=svg("rect",{x,width:side,rx:1,class:"fill ink"}),label=textAt(x+side/2,y+70,row===2?String(i):"",{
"text-anchor":"middle"});return picture.append(image.node,frame,bar,label),{row,frame,bar,label,image,foot:y+54}}));picture.
append(input,...ROWS.map((text,row)=>textAt(196,16+row*108,text,{class:"title"})),textAt(20,16,"new digit",{class:"title"})),
picture.append(textAt(20,190,"blue: positive",{class:"quiet"}),textAt(20,206,"orange, paler: negative",{class:"quiet"}),
textAt(20,230,"bar: output",{class:"quiet"}),textAt(20,246,"of the neuron",{class:"quiet"}));let says=html("p",{class:"s\
ays","aria-live":"polite"});root.append(controlBar(slider("digit",model,"digit",{min:0,max:labels.length-1,step:1,text:i=>`\
a ${labels[i]}`},save)),picture,says),drawOnChange(root,model,["digit"],()=>draw({answers,images,input,model,picture,says,
total,labels,units}))}function draw({answers,images,input,model,picture,says,total,labels,units}){let digit=model.get("d\
igit"),pixels=images.subarray(64*digit,64*digit+64);input.replaceChildren(svg("rect",{x:20,y:24,width:128,height:128,class:"\
hair"}),...[...pixels].map((v,i)=>svg("rect",{x:20+16*(i%8),y:24+16*(i>>3),width:16,height:16,class:"fill ink",opacity:v})));
let out=[...answers.subarray(total*digit,total*digit+total)],layers=WIDTHS.map((width,row)=>out.slice(WIDTHS.slice(0,row).
reduce((a,b)=>a+b,0)).slice(0,width));units.forEach(({row,frame,bar,image,foot},k)=>{let share=out[k]/Math.max(...layers[row],
1e-6);frame.setAttribute("class",share>.5?"line ink":"hair"),image.node.setAttribute("opacity",.5+.5*share),setAttributes(
bar,{y:foot-12*share,height:12*share},[])});let best=layers[2].indexOf(Math.max(...layers[2])),lit=layers.map(layer=>layer.
filter(v=>v>.5*Math.max(...layer)).length);return says.replaceChildren(html("b",{},best===labels[digit]?`Prediction ${best}\
: right. `:`Prediction ${best}: wrong, the digit is a ${labels[digit]}. `),`Frames mark neurons whose output is more tha\
n half of the largest output of their layer: ${lit[0]} in the first layer, ${lit[1]} in the second and ${lit[2]} in the \
last.`),picture.setAttribute("aria-label",says.textContent),{digit,label:labels[digit],read:best,p:layers[2][best],lit}}
var levels_default={render};export{levels_default as default};
